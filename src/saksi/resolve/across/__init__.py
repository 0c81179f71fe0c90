"""Brings the codings of many articles together: one identity, one incident, all the sources.

Pure functions over the rows of ``records``; none of them touches a store:

    rows    = make_rows(analysis, language)                       # rows.py, one document
    linked  = link_actors(mentions, known, decisions)              # actors.py
    merged  = merge_incidents(events, linked, copies, decisions)   # incidents.py
    spans   = settle_relations(relations, linked)                  # relations.py
    found   = find_conflicts(merged, spans, rows, linked)          # conflicts.py
    origins = count_origins(sources, copies, cited)                # origins.py

``copies`` maps a document to the group of near-copies it belongs to.
"""
