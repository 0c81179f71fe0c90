"""Ways in which news tells who did what, each seen on pages and told here of invented acts."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article


def told(text: str) -> list[str]:
    """``KIND actors>recipients`` of each event, in the order of the text."""
    return [
        f"{e.event} {','.join(x.code or '?' for x in e.actor)}>{','.join(x.code or '?' for x in e.recipient)}"
        for e in analyse(Article("text", text), load_language()).events
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A fronted passive is told of the subject behind the comma.
        ("Dituduh menyelundupkan senjata, Peru memanggil duta besar Chile.", ["ACCUSE >PER", "ACCUSE PER>CHL"]),
        ("AS, Uni Eropa, hingga Jepang mengecam serangan Chad.", ["ACCUSE USA,EUR,JPN>TCD", "ASSAULT TCD>"]),
        ("Presiden Peru bertemu Presiden Chile untuk menandatangani perjanjian perdagangan.",
         ["CONSULT PER,CHL>", "SUPPORT PER,CHL>"]),
        # Whom one asks is told again by "yang": what he shall do is not done.
        ("Suriah meminta pasukan asing yang menduduki Idlib untuk segera mundur.", ["REQUEST SYR>?", "COERCE ?>SYR"]),
        ("Tiongkok menolak usul itu dan baru-baru ini memberlakukan sanksi terhadap Peru.",
         ["REJECT CHN>", "SANCTION CHN>PER"]),
        ("Chad menghentikan perjanjian pertahanan dengan Prancis.", ["SANCTION TCD>FRA"]),
        ("Ratusan pemprotes mengecam kebijakan Peru.", ["ACCUSE PER>PER"]),
        ("Chad dan Sudan saling serang di perbatasan.", ["ASSAULT TCD,SDN>"]),
        # Warning shots, tests and launches hit nobody.
        ("Polisi Peru melepaskan tembakan ke udara untuk membubarkan massa.", ["COERCE PER>PER"]),
        ("Pasukan Peru menembakkan rudal.", ["MOBILIZE PER>"]),
        ("Tank-tank Sudan menembakkan peluru ke sejumlah sasaran di Chad.", ["ASSAULT SDN>TCD"]),
        # Whose words blame somebody, the blame is his.
        ("Menurut Presiden Chile, Peru bertanggung jawab atas serangan itu.", ["ACCUSE CHL>PER"]),
        ("Peru melakukan provokasi, kata Menteri Pertahanan Chile.", ["ACCUSE CHL>PER"]),
        # A press desk and the damage of a strike blame nobody.
        ("Kantor berita Peru melaporkan serangan Chile membahayakan warga.", ["ASSAULT CHL>"]),
        ("Serangan Chile merusak rumah warga di Lima, kata Kementerian Pertahanan Peru.", ["ASSAULT CHL>PER"]),
        # "dirinya" is who speaks; where missiles are launched from is a target.
        ("Presiden Peru mengatakan dirinya mengutuk Chile.", ["ACCUSE PER>CHL"]),
        ("Tentara Peru menghantam lokasi peluncuran rudal di Chile.", ["ASSAULT PER>CHL"]),
        # One act after another: the talks are not what happened after them.
        ("Ledakan terjadi setelah pertemuan antara Peru dan Chile.", ["CONSULT PER,CHL>"]),
        ("Konferensi pers akan digelar setelah pertemuan Presiden Peru dan Presiden Chile.", ["CONSULT PER,CHL>"]),
        # Two states that a sentence is about come before two that it names beside.
        ("Peru dan Chile meminta bantuan setelah Chad menyerang Sudan. Turki menuduh kedua negara melindungi teroris.",
         ["REQUEST PER,CHL>", "ASSAULT TCD>SDN", "ACCUSE TUR>PER,CHL"]),
        # What protesters ask for is their protest; who speaks for another state foretells.
        ("Ribuan demonstran berunjuk rasa di Lima. Massa menuntut pembubaran Kongres Peru.", ["PROTEST PER>"]),
        ("Iran akan membalas, kata profesor Indonesia Raka Sutan.", []),
        ("Menteri Luar Negeri Iran mengatakan Iran akan membalas.", ["THREATEN IRN>"]),
        ("Pihak berwenang Peru menangkap dua warga Chile.", ["COERCE PER>CHL"]),
        # Who speaks for several states.
        ("Para menteri dari Peru, India, dan Chile sepakat memperluas pertahanan.", ["AGREE PER,IND,CHL>"]),
        # What a measure forbids is no act, that it was laid down is.
        ("Menteri Rusia mengkritik sanksi yang dijatuhkan Peru terhadap Chile.",
         ["ACCUSE RUS>PER", "SANCTION PER>CHL"]),
        # A missile site is no web site.
        ("Tentara Peru menyerang situs rudal Chile.", ["ASSAULT PER>CHL"]),
        # Listed measures are against the same state.
        ("ASEAN menjatuhkan sanksi dan larangan terhadap Peru.", ["SANCTION IGO>PER"]),
    ],
)  # fmt: skip
def test_who_did_what_to_whom(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Seorang petani diserang dan dibunuh oleh seekor babi di sebuah pasar di Peru.",
        "Lebih dari seribu orang terbunuh dan puluhan ribu mengungsi ketika gempa melanda pulau itu.",
        "Lebih dari seribu orang terbunuh dan puluhan ribu mengungsi akibat gempa.",
        "Serangan terhadap demokrasi Peru harus dihentikan, kata Presiden Chile.",
        "Dua calon itu saling serang dalam debat di televisi.",
        "Serangan terhadap personel perdamaian PBB merupakan pelanggaran serius hukum internasional.",
        "Warga Indonesia yang ingin menyalurkan bantuan ke Palestina bersabar.",
        "Ia hidup seperti seorang tahanan yang dipenjara rezim Iran.",
        "Dalam skenario latihan, pesawat tempur Taiwan menggempur kapal China.",
        "Polisi Prancis berwenang menggeledah rumah warga.",
        "Peluncuran itu dikaitkan dengan aturan PBB yang melarang Korea Utara mengembangkan senjata nuklir.",
        "Untuk setiap drone yang menyerang Israel ada balasan.",
    ],
)
def test_no_event(text: str) -> None:
    assert told(text) == []


def test_a_promised_hunt_threatens() -> None:
    assert told("Peru berjanji akan memburu pelaku serangan itu.")[0].startswith("THREATEN PER>")


@pytest.mark.parametrize(
    "text",
    [
        "Senjata itu dirancang untuk menggempur Chad, kata Peru.",
        "Peru akan memperbesar kemampuan melancarkan serangan pendahuluan.",
        "Peru memiliki kemampuan menyerang Chad.",
        "Peru tidak tinggal diam. Hal itu tertulis dalam laporan.",
    ],
)
def test_what_one_could_do_is_not_told(text: str) -> None:
    assert told(text) == []
