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
