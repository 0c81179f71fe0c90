"""Invented stories that all sources of these tests hold, so that every reader can be asked for the same words."""

from typing import NamedTuple


class Story(NamedTuple):
    """A story with what a page around it says of it."""

    title: str
    paragraphs: tuple[str, ...]
    url: str
    published: str
    author: str

    @property
    def body(self) -> str:
        """Paragraphs, one a line."""
        return "\n".join(self.paragraphs)


HARBOUR = Story(
    "Tandawa dan Kesmira Buka Kembali Pelabuhan Ambar",
    (
        (
            "Kota Ambar (KABAR) - Tandawa dan Kesmira membuka kembali Pelabuhan Ambar pada Rabu (3/7/2024) setelah "
            "perundingan yang berlangsung selama dua pekan di ibu kota Kesmira."
        ),
        (
            "Delegasi Tandawa dipimpin oleh Menteri Perdagangan Rangga Sekar, sedangkan tuan rumah diwakili oleh "
            "pejabat dari tiga kementerian yang mengurus laut, bea cukai, dan perbatasan."
        ),
        "“Kapal pertama akan berlayar pekan depan,” kata Rangga Sekar dalam jumpa pers seusai pertemuan itu.",
        (
            "Kedua negara juga sepakat membentuk panitia bersama yang akan mengawasi lalu lintas barang di selat "
            "selama satu tahun pertama dan melapor setiap tiga bulan."
        ),
        "Pelabuhan itu ditutup sejak 2019 karena sengketa batas laut yang belum selesai sampai sekarang.",
    ),
    "https://www.kabar.example/dunia/2024/07/03/194107/tandawa-dan-kesmira-buka-kembali-pelabuhan-ambar",
    "2024-07-03T19:41:07+07:00",
    "Sari Wulan",
)
BRIDGE = Story(
    "Kesmira Tolak Usul Jembatan di Selat Ambar",
    (
        (
            "LONTARA, WARTA SELAT - Pemerintah Kesmira menolak usul Tandawa untuk membangun jembatan di Selat Ambar, "
            "Kamis (4/7/2024), dengan alasan keselamatan pelayaran di perairan yang sempit itu."
        ),
        (
            "Penolakan disampaikan oleh juru bicara pemerintah dalam keterangan tertulis yang dikirim kepada para "
            "wartawan di Lontara pada siang hari."
        ),
        (
            "Menurut keterangan itu, Kesmira lebih memilih menambah jumlah kapal penyeberangan dan memperbaiki "
            "dermaga di kedua sisi selat."
        ),
        "Tandawa belum menanggapi penolakan tersebut sampai berita ini ditulis.",
    ),
    "https://warta-selat.example/berita/20240704121500-12-77/kesmira-tolak-usul-jembatan",
    "2024-07-04T12:15:00+07:00",
    "Bayu Laksana",
)
STORIES = (HARBOUR, BRIDGE)
