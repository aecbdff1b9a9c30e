"""Short forms of given names that are no beginning of the long one: Bob is Robert."""

_SHORT = """
robert: bob bobby rob robby robbie bert
william: bill billy will willy willie liam
richard: dick rick ricky rich
edward: ted ned eddie ed teddy
elizabeth: liz lizzy beth betty betsy eliza lisa libby elisabeth elsie
margaret: peggy maggie meg greta margo
catherine: kate katie kathy cathy katherine kathryn kat catharine
john: jack johnny jon
james: jim jimmy jamie
henry: harry hank
charles: chuck charlie
michael: mike mick mickey mischa
joseph: joe joey sepp
thomas: tom tommy
anthony: tony
andrew: andy drew
alexander: sasha alex sascha sandy xander aleksandr aleksander alexandra sanja
christopher: chris kit topher
daniel: dan danny
david: dave davey
steven: steve stephen stefan
susan: sue suzie
patricia: pat trish patty
jennifer: jen jenny
dorothy: dot dottie
barbara: barb babs bärbel
lawrence: larry
gerald: gerry jerry
francis: frank
francisco: paco pancho
jose: pepe
guillermo: memo
ignacio: nacho
johannes: hans hannes
sebastian: basti seb
tobias: tobi
friedrich: fritz
heinrich: heinz heiner
maria: mascha masha
dmitry: dima mitya dmitri
ivan: vanya
vladimir: vova volodya
yevgeny: zhenya
mikhail: misha
nikolai: kolya
sergey: seryozha
anastasia: nastya
ekaterina: katya
natalia: natasha
tatiana: tanya
yulia: julia
małgorzata: gosia
katarzyna: kasia
agnieszka: aga
joanna: asia
tomasz: tomek
jakub: kuba
bartholomew: bart bartek
""".strip().splitlines()

_LONG = {
    short: long
    for long, _, shorts in (line.partition(": ") for line in _SHORT)
    for short in shorts.split()
}


def called(given: str) -> tuple[str, ...]:
    """A given name in lower-case Latin letters, and the long form of it where one is known."""
    return (given, _LONG[given]) if given in _LONG else (given,)


def may_be_one(one: str, other: str) -> bool:
    """Whether two given names (lower-case Latin letters) may be one: equal, shortened, initial.

    A last a or o makes another name: Daniel and Daniela.
    """
    return any(
        mine == yours or _is_short_for(mine, yours) or _is_short_for(yours, mine)
        for mine in called(one)
        for yours in called(other)
    )


def _is_short_for(short: str, long: str) -> bool:
    return long.startswith(short) and (len(short) == 1 or long[len(short) :] not in ("a", "o"))
