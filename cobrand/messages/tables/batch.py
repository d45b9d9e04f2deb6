"""Sentences about making many organisations' sets at once."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

BATCH = {
    "batch": Sentence("Batch", "This set could not be made. Try again with “--resume”."),
    "batch.target-exists": Sentence(
        "Names are taken",
        "A file called {name} is there already, and no earlier run made it. Choose another folder, "
        "go on with an earlier run (--resume), or allow it to be replaced (--replace).",
        "{count} files have these names already, {name} among them. Choose another folder, "
        "go on with an earlier run (--resume), or allow them to be replaced (--replace).",
    ),
    "batch.folder-busy": Sentence(
        "Folder in use",
        "Another run is working in {folder}. Wait until it has ended, or choose another folder.",
    ),
    "batch.manifest-version": Sentence(
        "Record of another version",
        "The record {file} was written by another version of the program. Take it away, "
        "then run again with “--replace”.",
    ),
    "batch.manifest-damaged": Sentence(
        "Record is damaged",
        "The record {file} is damaged. Take it away, then run again with “--replace”.",
    ),
    "batch.worker-died": Sentence(
        "Worker lost",
        "The program that made this row ended twice in the middle of it. Check the logo with "
        "“cobrand inspect”, then run again with “--resume”.",
    ),
    "batch.reader-died": Sentence(
        "Reading stopped",
        "The program that reads this row's logo was stopped every time, at the end with the row "
        "alone. The logo may be harmful, or this computer had no memory left. Check the logo with "
        "“cobrand inspect” and close other programs, then try the row once more with “--resume”.",
    ),
    "batch.unforeseen": Sentence(
        "Stopped by accident",
        "{name} could not be made, by an accident in the program ({kind}). "
        "Run again with “--resume”, and send us the logo if it happens again.",
    ),
    "cluster": Sentence("Cluster", "The cluster could not be used. Try without “--scheduler”."),
    "cluster.not-installed": Sentence(
        "Extra is missing",
        "Working on a cluster needs an extra that is not installed. "
        "Install it with “pip install cobrand[cluster]”, or leave out “--scheduler”.",
    ),
    "cluster.unreachable": Sentence(
        "No scheduler there",
        "Nothing answered at {address} within {seconds:.0} seconds. "
        "Check the address and that the scheduler is running.",
    ),
    "cluster.gone": Sentence(
        "Scheduler is gone",
        "The scheduler at {address} is gone. Start it again, then go on with “--resume”.",
    ),
    "cluster.no-workers": Sentence(
        "No workers",
        "The scheduler at {address} has no workers. Start some there, then try again.",
    ),
    "cluster.workers-gone": Sentence(
        "Workers are gone",
        "For {seconds:.0} seconds no worker has been left at {address}. What came back is whole. "
        "Start workers there, then go on with “--resume”.",
    ),
    "cluster.other-version": Sentence(
        "Other version",
        "A worker of the cluster has another version of the program or other resources than this "
        "computer, so its files would not be the same. Install the same there, then run again.",
    ),
    "wrong-use.batch-no-cards": Sentence(
        "Nothing to make",
        "None of these formats has a card of these templates and kinds. "
        "See what there is with “cobrand formats” and “cobrand templates”.",
    ),
    "wrong-use.batch-group": Sentence("Unknown group", "There is no group of formats {given}."),
    "wrong-use.pattern-end": Sentence(
        "Pattern of names",
        "The pattern {given} has to end in {ending}, so that files are called what they are.",
    ),
    "wrong-use.pattern-field": Sentence(
        "Pattern of names", "There is no field {given} for the names of files."
    ),
    "wrong-use.pattern-letter": Sentence(
        "Pattern of names",
        "The pattern {given} has a letter that not every system takes in names. "
        "Use letters, digits, - and _, and / between folders.",
    ),
    "wrong-use.pattern-folder": Sentence(
        "Pattern of names",
        "The pattern {given} does not stay in the folder, or has a part without a name. "
        "Begin with a name, and put one / between names.",
    ),
    "wrong-use.pattern-braces": Sentence(
        "Pattern of names",
        "The braces in {given} do not fit. Write fields as in {example}.",
    ),
    "wrong-use.pattern-same": Sentence(
        "Names are not different",
        "The pattern {given} gives {name} to rows {row} and {other}, or twice to one. "
        "Add {fields}, and what the cards differ in.",
    ),
}  # fmt: skip
