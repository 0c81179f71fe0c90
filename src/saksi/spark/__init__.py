"""Many machines: shards of documents are coded by Spark, linked by Spark, and brought into a store.

``plan``, ``work`` and ``importing`` need no Spark; ``session``, ``extraction`` and what stands
behind ``across`` import it when they are called.
"""
