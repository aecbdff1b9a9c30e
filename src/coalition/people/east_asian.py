"""Korean and Chinese names in Latin letters, syllable by syllable.

Korean by the Revised Romanisation of 2000, with family names also as their bearers write them
(Kim, Lee, Park), and by McCune-Reischauer without its marks. Chinese by pinyin without tones, with
the readings that only family names have. Japanese characters are not read here: how a name in
them is said has to be told.
"""

from anyascii import anyascii

from coalition.people.word_set import word_set

_KOREAN = {
    "김": "kim", "이": "lee yi rhee", "박": "park pak", "최": "choi", "정": "jung chung jeong",
    "강": "kang", "조": "cho", "윤": "yoon", "장": "chang", "임": "lim", "오": "oh", "서": "suh",
    "신": "shin", "권": "kwon", "안": "ahn", "유": "yoo", "류": "ryu", "전": "jun chun",
    "고": "koh", "문": "moon", "손": "sohn", "백": "paik baik", "허": "hur huh", "심": "shim",
    "노": "noh roh",
    "곽": "kwak", "주": "joo", "우": "woo", "구": "koo", "여": "yeo", "추": "choo", "선": "sun",
    "한": "hahn", "양": "yang", "홍": "hong", "성": "sung", "차": "cha", "민": "min", "황": "hwang",
    "송": "song", "배": "bae", "남": "nam", "하": "ha", "나": "ra", "지": "chi", "엄": "um",
}  # fmt: skip
_MC_CUNE = (("g", "k"), ("d", "t"), ("b", "p"), ("j", "ch"))

_FAMILY_READINGS = {
    "曾": "zeng", "单": "shan", "單": "shan", "仇": "qiu", "解": "xie", "查": "zha", "区": "ou",
    "區": "ou", "乐": "yue", "盖": "ge", "朴": "piao", "尉": "yu", "翟": "zhai", "缪": "miao",
}  # fmt: skip
_TWO_CHARACTERS = word_set(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 令狐 慕容 司徒 夏侯 西门"
    " 長孫 长孙 宇文 轩辕 端木 南宫 独孤 남궁 황보 제갈 사공 선우 서문 독고"
)
_CHINESE_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧"
    "曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦"
    "韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯"
)


def is_full_name(characters: str) -> bool:
    """Whether Han or Hangul without a space is a family and a given name, as far as one sees."""
    if len(characters) == 2:
        return characters[0] in _CHINESE_FAMILIES or characters[0] in _KOREAN
    return len(characters) > 2


def hangul_forms(word: str, family_first: bool = True) -> tuple[str, ...]:
    """``word``, a Korean name or a part of one, in Latin letters; a family name stands apart.

    family_first: whether it is a whole name, which begins with the family's.
    """
    syllables = [anyascii(character).lower() for character in word]
    revised = "".join(syllables)
    size = 2 if word[:2] in _TWO_CHARACTERS else 1
    if len(word) <= size:
        forms = [*_KOREAN.get(word, "").split(), revised]
    elif family_first:
        given = "".join(syllables[size:])
        families = [*_KOREAN.get(word[:size], "").split(), "".join(syllables[:size])]
        forms = [f"{family} {given}" for family in families]
    else:
        forms = [revised]
    return tuple(dict.fromkeys([*forms, _mc_cune(forms[-1])]))


def _mc_cune(form: str) -> str:
    words = []
    for word in form.split():
        for revised, older in _MC_CUNE:
            if word.startswith(revised):
                word = older + word[1:]
                break
        words.append(word)
    return " ".join(words)


def han_forms(word: str, family_first: bool = True) -> tuple[str, ...]:
    """``word`` in pinyin; a whole name has its family name apart: "wang xiaoming"."""
    syllables = [anyascii(character).lower().replace(" ", "") for character in word]
    if family_first and word[:1] in _FAMILY_READINGS and word[:2] not in _TWO_CHARACTERS:
        syllables[0] = _FAMILY_READINGS[word[0]]
    if len(word) < 2 or not family_first:
        return ("".join(syllables),)
    size = 2 if word[:2] in _TWO_CHARACTERS and len(word) > 2 else 1
    return (f"{''.join(syllables[:size])} {''.join(syllables[size:])}",)
