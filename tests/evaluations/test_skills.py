from pathlib import Path

import pytest
from skills import Answer, Question, answered, figures, plain_tfidf, recall_at_false_merges, spans

QUESTION = Question("coaching", frozenset(["Coaching"]))


def answers(*pairs: tuple[float, bool]) -> list[Answer]:
    return [Answer(QUESTION, int(right), score) for score, right in pairs]


def test_recall_counts_what_is_right_above_the_lowest_threshold_allowed() -> None:
    found = answers((0.9, True), (0.8, True), (0.7, False), (0.6, True))
    assert recall_at_false_merges(found, 0.01) == 0.5
    assert recall_at_false_merges(found, 0.25) == 0.75


def test_answers_of_one_score_are_merged_together_or_not_at_all() -> None:
    assert recall_at_false_merges(answers((0.9, True), (0.9, False)), 0.01) == 0


def test_the_place_of_the_right_name_counts() -> None:
    found = [answered(QUESTION, [("Law", 0.9), ("Coaching", 0.8)]), answered(QUESTION, [])]
    assert [answer.place for answer in found] == [2, 0]
    assert figures(found)["@1"] == 0
    assert figures(found)["@5"] == 0.5
    assert figures(found)["MRR"] == 0.25


def test_runs_of_letters_find_a_misspelt_name() -> None:
    assert plain_tfidf(["Coaching", "Budgeting"])("Coachng")[0][0] == "Coaching"


def test_the_data_set_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "skills-esco-spans"
    folder.mkdir()
    (folder / "esco_labels.tsv").write_text('label\nuse "C"\nlead others\n', encoding="utf-8")
    rows = 'subset\tspan\tlabels\ntech\tlead\tlead others || use "C"\n'
    (folder / "span_to_label.tsv").write_text(rows, encoding="utf-8")
    candidates, questions = spans(tmp_path)
    assert candidates == ['use "C"', "lead others"]
    assert questions == [Question("lead", frozenset(candidates), "tech")]
    with pytest.raises(FileNotFoundError):
        spans(tmp_path / "elsewhere")
