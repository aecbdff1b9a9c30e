"""The layout engines that Coalition is measured against, each in a process of its own.

``drivers`` has a small program for each, which speaks the protocol of :mod:`peers.engines`;
``make peers`` installs what they need. None of this is part of ``make`` or ``make test``.
"""
