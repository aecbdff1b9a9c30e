"""The kernel's own tests once more, with every access to memory and every sum watched."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[2]
TESTS = sorted({*Path(__file__).parent.glob("test_kernel*.py")} - {Path(__file__)})

STRICT = ("-Wall", "-Wextra", "-Werror")
WATCHED = ("-fsanitize=address,undefined", "-fno-sanitize-recover=all")

PROGRAM = """
import importlib.util, sys
import pytest

name = "coalition.drawing._kernel"
spec = importlib.util.spec_from_file_location(name, sys.argv[1])
sys.modules[name] = kernel = importlib.util.module_from_spec(spec)
spec.loader.exec_module(kernel)
from coalition.drawing import _kernel
assert _kernel is kernel

class FewExamples:
    def pytest_configure(self):
        from hypothesis import settings
        settings.register_profile("few", max_examples=40, database=None, deadline=None)
        settings.load_profile("few")

# What the sanitizers say comes past Python.
options = ["-q", "-p", "no:cacheprovider", "--capture=sys"]
sys.exit(pytest.main([*options, *sys.argv[2:]], plugins=[FewExamples()]))
"""


def test_the_kernel_stays_within_its_memory_and_its_numbers(tmp_path):
    kernel = tmp_path / "_kernel.abi3.so"
    sources = sorted((ROOT / "src/coalition/drawing").glob("_*.c"))
    headers = "-I" + sysconfig.get_path("include")
    build = ["gcc", "-std=c11", "-O1", "-g", "-shared", "-fPIC", *STRICT, *WATCHED, headers]
    subprocess.run([*build, *sources, "-lm", "-o", kernel], check=True)
    asked = ["gcc", "-print-file-name=libasan.so"]
    watcher = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    watched = {**os.environ, "LD_PRELOAD": watcher, "ASAN_OPTIONS": "detect_leaks=0"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, kernel, *TESTS],
        cwd=ROOT,
        env=watched,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
