from coalition.model.person import Name, NameForm, Person, Position
from coalition.people.identity import Identity, identity_of, keys


def test_a_person_is_identified_by_all_that_the_source_says():
    person = Person(
        "香織 架空山",
        profile="https://www.linkedin.com/in/kaori-x",
        profiles=("https://github.com/kaori-x",),
        names=(
            Name("カオリ カクウヤマ", NameForm.READING),
            Name("Kaori Kakuuyama", NameForm.ALSO),
        ),
        emails=("kaori@example.jp",),
        organisation="株式会社サンプル商事",
        employee="0042",
        positions=(Position("Northmere", "x"), Position("Fable", "x", ended="2020")),
    )
    assert identity_of(person) == Identity(
        names=("香織 架空山", "Kaori Kakuuyama"),
        readings=("カオリ カクウヤマ",),
        emails=("kaori@example.jp",),
        profiles=("https://www.linkedin.com/in/kaori-x", "https://github.com/kaori-x"),
        organisations=("株式会社サンプル商事", "Northmere"),
        past=("Fable",),
        employees=(("0042", "株式会社サンプル商事"),),
    )


def test_a_nickname_makes_another_full_name():
    assert identity_of(Person('Emeka "EJ" Fabler')).names == ('Emeka "EJ" Fabler', "EJ Fabler")


def test_keys_are_text_of_a_kind():
    identity = Identity(
        ("Ада Тест",),
        emails=("ada@example.com", "info@example.com"),
        profiles=("linkedin.com/in/ada-x",),
        organisations=("Fable Ltd",),
        employees=(("007", "Fable"),),
    )
    assert {
        "profile:linkedin.com/in/ada-x",
        "email:ada@example.com",
        "employee:7@fable",
        "employee:7@@example.com",
        "name:ада тест",
        "latin:adatest",
        "weak:dtst@fable",
        "short:tst+a@fable",
    } <= keys(identity)
    assert not any("info" in key for key in keys(identity))


def test_who_is_described_by_nothing_has_no_keys():
    assert (
        keys(Identity(())) == keys(Identity(("🎤",), emails=("info@example.com",))) == frozenset()
    )


def test_many_names_make_a_bounded_number_of_keys():
    names = tuple(f"Ольга Выдуманная{i}" for i in range(1000))
    firms = tuple(f"Firm{i}" for i in range(1000))
    assert len(keys(Identity(names, organisations=firms))) < 10_000
