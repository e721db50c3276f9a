"""Pinyin initials: typed letters find Chinese words (zth finds 座谈会) without a dictionary file.

The 3,755 usual characters of GB 2312 stand in the order of their pinyin, so the place of one tells
its initial. The rarer ones follow by radical; those usual in personal names are listed here.
"""

from functools import cache

_FIRST = {
    "a": "啊", "b": "芭", "c": "擦", "d": "搭", "e": "蛾", "f": "发", "g": "噶", "h": "哈",
    "j": "击", "k": "喀", "l": "垃", "m": "妈", "n": "拿", "o": "哦", "p": "啪", "q": "期",
    "r": "然", "s": "撒", "t": "塌", "w": "挖", "x": "昔", "y": "压", "z": "匝",
}  # fmt: skip
_LAST = b"\xd7\xf9"  # 座
_RARER = {
    "b": "璧邴妣弼", "c": "琛宸茌岑晁谌郗", "d": "娣邸玎", "f": "霏馥沣孚", "g": "亘珙罡绀杲",
    "h": "昊晗菡灏泓珲桦荟麾骅皓", "j": "婕瑾璟珏菁旌佶姣隽珺霁劼", "k": "恺锴珂逵",
    "l": "璐岚珑栾骊", "m": "淼闵岷旻湄", "n": "旎囡", "p": "霈芃",
    "q": "倩祺琪芪岐琦芊骞璩蕲淇麒瞿茜", "r": "芮睿嵘", "s": "姗晟嵩崧笙淞", "t": "婷霆倓滕佟",
    "w": "薇玮炜雯琬汶邬", "x": "鑫昕馨曦暄萱璇歆炘岘勖",
    "y": "妍煜钰瑜玥怡翊赟琰奕瑛滢嫣懿弋芸胤垚昱祎晔", "z": "祯铮梓芷璋",
}  # fmt: skip


def initials(text: str) -> str:
    """``text`` in lower case with each Chinese character replaced by its initial.

    The answer is as long as ``text.lower()``, so that a place found in it is a place in the text.
    """
    return text.lower().translate(_letters())


@cache
def _letters() -> dict[int, str]:
    firsts = sorted((first.encode("gb2312"), letter) for letter, first in _FIRST.items())
    ends = [*(code for code, _ in firsts[1:]), bytes([_LAST[0], _LAST[1] + 1])]
    letters = {ord(rare): letter for letter, rares in _RARER.items() for rare in rares}
    for (start, letter), end in zip(firsts, ends, strict=True):
        for code in range(int.from_bytes(start), int.from_bytes(end)):
            if code & 0xFF in range(0xA1, 0xFF):
                letters[ord(code.to_bytes(2).decode("gb2312"))] = letter
    return letters
