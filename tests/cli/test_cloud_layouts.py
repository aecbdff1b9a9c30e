"""``coalition cloud`` with a layout, a similarity or a cloud of before."""

import json

TAGS = [["Coaching", 9], ["Audit", 7], ["Mentoring", 5], ["Tax", 4], ["Law", 2]]


def write(folder, name, content):
    path = folder / name
    path.write_text(json.dumps(content))
    return str(path)


def test_a_similarity_file_names_tags_by_their_positions_in_the_input(run, tmp_path):
    tags = write(tmp_path, "tags.json", list(reversed(TAGS)))
    similar = write(tmp_path, "similar.json", [[2, 4, 0.9]])
    result = run("cloud", tags, "--similarity", similar, "--json")
    assert result.exit_code == 0
    assert {word["text"] for word in json.loads(result.stdout)["words"]} == {t for t, _ in TAGS}


def test_a_cloud_written_as_json_can_be_kept(run, tmp_path):
    tags = write(tmp_path, "tags.json", TAGS)
    before = str(tmp_path / "before.json")
    assert run("cloud", tags, "-o", before).exit_code == 0
    after = json.loads(run("cloud", tags, "--keep", before, "--json").stdout)
    places = {word["text"]: (word["x"], word["y"]) for word in after["words"]}
    for word in json.loads((tmp_path / "before.json").read_text())["words"]:
        assert abs(places[word["text"]][0] - word["x"]) < 0.5
        assert abs(places[word["text"]][1] - word["y"]) < 0.5


def test_a_bad_similarity_is_refused_with_its_file_and_item(run, tmp_path):
    tags = write(tmp_path, "tags.json", TAGS)
    similar = write(tmp_path, "similar.json", [[0, 9, 0.9]])
    result = run("cloud", tags, "--similarity", similar, "--json")
    assert result.exit_code == 2
    assert "similar.json, item 1: there is no tag at position 9" in result.stderr


def test_a_file_that_is_no_cloud_cannot_be_kept(run, tmp_path):
    tags = write(tmp_path, "tags.json", TAGS)
    result = run("cloud", tags, "--keep", tags, "--json")
    assert result.exit_code == 2
    assert "tags.json has no words with places" in result.stderr
    assert not result.stdout


def test_a_layout_is_for_a_picture(run, tmp_path):
    tags = write(tmp_path, "tags.json", TAGS)
    result = run("cloud", tags, "--layout", "meaning")
    assert result.exit_code == 2
    assert "--layout is for a picture" in result.stderr
    result = run("cloud", tags, "--keep", "gone.json")
    assert result.exit_code == 2
    assert "--keep is for a picture" in result.stderr


LONG = [["Stakeholder Management and Communication", 40], ["Coaching", 15], ["Law", 9]]


def test_long_tags_are_set_on_two_lines_where_that_is_asked_for(run, tmp_path):
    tags = write(tmp_path, "tags.json", LONG)
    plain, wrapped = (
        json.loads(run("cloud", tags, "--json", *asked).stdout) for asked in ([], ["--wrap"])
    )
    assert [line["text"] for line in wrapped["words"][0]["lines"]] == [
        "Stakeholder Management",
        "and Communication",
    ]
    assert wrapped["words"][0]["size"] > 1.5 * plain["words"][0]["size"]


def test_what_was_asked_for_in_vain_is_told_and_all_is_done(run, tmp_path):
    tags = write(tmp_path, "tags.json", TAGS[:2])
    result = run("cloud", tags, "--wrap", "--rotate", "90", "--json")
    assert result.exit_code == 0
    assert "No tag is on two lines: that would not make the tags larger." in result.stderr
    assert "No tag is turned: that would not make the tags larger." in result.stderr


def test_lines_and_turns_are_for_a_new_picture(run, tmp_path):
    tags = write(tmp_path, "tags.json", LONG)
    for option in (["--wrap"], ["--rotate", "90"]):
        assert f"{option[0]} is for a picture" in run("cloud", tags, *option).stderr
    before = str(tmp_path / "before.json")
    assert run("cloud", tags, "--wrap", "-o", before).exit_code == 0
    result = run("cloud", tags, "--wrap", "--keep", before, "--json")
    assert result.exit_code == 2
    assert "leave --wrap and --rotate out" in result.stderr
    kept = json.loads(run("cloud", tags, "--keep", before, "--json").stdout)
    assert len(kept["words"][0]["lines"]) == 2


def test_tags_are_turned_by_90_degrees_or_not(run, tmp_path):
    tags = write(tmp_path, "tags.json", TAGS)
    assert run("cloud", tags, "--rotate", "0", "--json").exit_code == 0
    result = run("cloud", tags, "--rotate", "45", "--json")
    assert result.exit_code == 2
    assert "'45' is not one of '0', '90'" in result.stderr
