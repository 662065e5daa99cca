"""The server as a program meets it that asks for what it should not get."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rulemark.project import ProjectError
from rulemark.serving import serve
from serving.running import ARTICLE, PAGE, Running, Teller


def test_a_page_is_served_with_the_script_that_is_not_in_the_file(running: Running) -> None:
    status, headers, text = running.get(PAGE)

    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "You must label every parcel." in text
    assert '<script src="/_rulemark/serve.js" defer></script>' in text
    assert "_rulemark" not in (running.root / PAGE[1:]).read_text(encoding="utf-8")


def test_the_written_policy_gains_nothing_but_the_connection_back(running: Running) -> None:
    _, _, served = running.get(PAGE)
    written = (running.root / PAGE[1:]).read_text(encoding="utf-8")

    assert (
        served.replace("; connect-src &#39;self&#39;", "").replace(
            '<script src="/_rulemark/serve.js" defer></script>\n', ""
        )
        == written
    )
    assert "connect-src" not in written
    assert "default-src &#39;none&#39;" in served


def test_the_root_leads_to_the_pages(running: Running) -> None:
    status, headers, _ = running.get("/")

    assert (status, headers["location"]) == (302, "/generated/guidance/")
    assert running.get("/generated/guidance/")[0] == 200


def test_a_picture_of_a_writer_is_served_inert(running: Running) -> None:
    status, headers, _ = running.get("/generated/guidance/media/content/media/parcel.svg")

    assert (status, headers["content-type"]) == (200, "image/svg+xml")
    assert "sandbox" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/generated/guidance/../../../secret.html",
        "/generated/guidance/%2e%2e/%2e%2e/%2e%2e/secret.html",
        "/generated/guidance/..%2f..%2f..%2fsecret.html",
        "/generated/guidance/..%5c..%5csecret.html",
        "//etc/passwd",
        "/generated/guidance//etc/passwd",
        "/generated/guidance/en-us/returns.html%00.svg",
        "/content/en-us/returns.md",
        "/content/media/parcel.svg",
        "/content/../secret.svg",
        "/secret.svg",
        "/rulemark.toml",
        "/generated/.manifest",
        "/generated/python/policy_rules/__init__.py",
        "/policies/returns.yaml",
        "/generated/guidance/%ff.html",
        "http://127.0.0.1/generated/guidance/index.html",
        "/_rulemark/",
    ],
)
def test_nothing_else_is_served(running: Running, path: str) -> None:
    status, _, text = running.get(path)

    assert (status, text) == (404, "there is no such page\n")


def test_a_link_out_of_the_project_is_not_followed(running: Running) -> None:
    (running.root / "generated/guidance/out.svg").symlink_to(running.root / "secret.svg")

    assert running.get("/generated/guidance/out.svg")[0] == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost.evil:{port}"]
)
@pytest.mark.parametrize("path", [PAGE, "/_rulemark/events", "/_rulemark/serve.js"])
def test_a_request_under_another_name_is_refused(running: Running, host: str, path: str) -> None:
    status, _, text = running.get(path, host=host.format(port=running.port))

    assert status == 403
    assert "parcel" not in text


def test_localhost_is_a_name_of_this_machine(running: Running) -> None:
    assert running.get(PAGE, host=f"localhost:{running.port}")[0] == 200


def test_other_methods_are_refused(running: Running) -> None:
    assert running.get(PAGE, method="POST")[0] == 501
    assert running.get(PAGE, method="HEAD")[::2] == (200, "")


def test_a_saved_article_is_built_and_the_page_told(running: Running) -> None:
    events = running.events()
    before = next(events)
    running.article(ARTICLE.replace("label", "weigh"))
    after = next(state for state in events if state["build"] != before["build"])

    assert after["build"] == before["build"] + 1
    assert "You must weigh every parcel." in running.get(PAGE)[2]
    events.close()


def test_findings_are_told_as_they_are_in_the_terminal(running: Running) -> None:
    events = running.events()
    before = next(events)
    running.article("# Sizes\n\nIf a parcel weighs less than 5 kilograms, carry it. See [that](gone.md).\n", "sizes.md")
    state = next(state for state in events if state["build"] != before["build"])

    assert [(one["place"], one["code"]) for one in state["findings"]] == [("content/en-us/sizes.md:3:57", "RM151")]
    while not (told := running.teller.next("built")[0]):
        pass
    assert [item.kind.code for item in told] == ["RM151"]
    (running.root / "content/en-us/sizes.md").unlink()
    assert next(later for later in events if later["build"] != state["build"])["findings"] == []
    events.close()


def test_settings_that_cannot_be_meant_are_told_and_the_pages_stay(running: Running) -> None:
    events = running.events()
    build = next(events)["build"]
    (running.root / "rulemark.toml").write_text('contents = ["content"]\n')
    broken = next(events)
    assert "contents" in broken["error"]
    assert broken["build"] == build
    assert running.get(PAGE)[0] == 200
    assert "contents" in running.teller.next("failed")

    (running.root / "rulemark.toml").write_text('content = ["content"]\n')
    assert next(events)["error"] == ""
    events.close()


def test_a_template_that_appears_is_used(running: Running) -> None:
    events = running.events()
    build = next(events)["build"]
    (running.root / "templates/phrases").mkdir(parents=True)
    (running.root / "templates/phrases/en.yaml").write_text("skip: Go to the parcels\n")
    while next(events)["build"] == build:
        pass
    assert "Go to the parcels" in running.get(PAGE)[2]
    events.close()
    shutil.rmtree(running.root / "templates")


def test_a_port_in_use_is_one_line(running: Running, tmp_path: Path) -> None:
    root = tmp_path / "other"
    shutil.copytree(running.root, root)
    with pytest.raises(ProjectError, match=f"port {running.port} is in use; try another one with --port"):
        serve(root, running.port, Teller())
