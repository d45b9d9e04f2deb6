"""The library: every format, template, campaign and script by id, read once when first wanted."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from platformdirs import user_data_path

from cobrand.errors import BadResource
from cobrand.library.campaigns import read_campaign
from cobrand.library.companions import Texts, read_companions, with_companions
from cobrand.library.formats import read_format
from cobrand.library.places import Places, shipped
from cobrand.library.rosters import Named, read_columns, read_languages
from cobrand.library.samples import Sample, read_sample
from cobrand.library.scripts import read_scripts
from cobrand.library.table import TomlTable, unknown
from cobrand.library.templates import read_template
from cobrand.model.campaign import Campaign
from cobrand.model.format import Format
from cobrand.model.template import Template
from cobrand.model.text import Script

_FOUNDATION = "base"  # is extended by others, and is no template itself


class Library:
    """Resources from several folders of the same shape; what an earlier one has comes first."""

    def __init__(self, *roots: Path) -> None:
        self._places = Places(roots)
        self._stems = cache(self._listed)
        self._formats: dict[str, Format] = {}
        self._templates: dict[str, Template] = {}
        self._campaigns: dict[str, Campaign] = {}

    @classmethod
    def default(cls) -> Library:
        """Return the person's own resources over those that came with the program."""
        return cls(user_data_path("cobrand", appauthor=False), shipped())

    @classmethod
    def shipped(cls) -> Library:
        """Return only what came with the program."""
        return cls(shipped())

    def formats(self) -> tuple[Format, ...]:
        """Return all formats in their order."""
        formats = (self.format(each) for each in self._stems("formats/*.toml"))
        return tuple(sorted(formats, key=lambda each: (each.order, each.id)))

    def format(self, id: str) -> Format:  # noqa: A002  ids are called id everywhere
        """Return a format."""
        known = self._stems("formats/*.toml")
        if id not in known:
            raise unknown("format", id, known)
        if id not in self._formats:
            name = f"formats/{id}.toml"
            self._formats[id] = read_format(id, TomlTable(name, self._places.table(name)))
        return self._formats[id]

    def templates(self) -> tuple[Template, ...]:
        """Return all templates; a page that only follows another is not one of them."""
        made = tuple(self.template(each) for each in self._template_ids())
        following = {template.follows for template in made}
        return tuple(template for template in made if template.id not in following)

    def template(self, id: str) -> Template:  # noqa: A002
        """Return a template, following pages too."""
        known = self._template_ids()
        if id not in known:
            raise unknown("template", id, known)
        if id not in self._templates:
            self._templates[id] = self._sound_template(id)
        return self._templates[id]

    def _sound_template(self, id: str) -> Template:  # noqa: A002
        """Read a template; a part that is of another kind than it should be names the file."""
        try:
            return read_template(id, self._template_values)
        except (AttributeError, TypeError) as problem:
            file = f"templates/{id}.toml"
            raise BadResource(
                "resource.bad", file=file, key=str(problem), did_you_mean=""
            ) from problem

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return all campaigns."""
        return tuple(self.campaign(each) for each in self._campaign_ids)

    def campaign(self, id: str) -> Campaign:  # noqa: A002
        """Return a campaign."""
        known = self._campaign_ids
        if id not in known:
            raise unknown("campaign", id, known)
        if id not in self._campaigns:
            read = read_campaign(id, self._places, self._scripts)
            self._campaigns[id] = with_companions(read, self._companions)
        return self._campaigns[id]

    def script(self, id: str) -> Script:  # noqa: A002
        """Return how a script is set."""
        if id not in self._scripts:
            raise unknown("script", id, self._scripts)
        return self._scripts[id]

    def languages(self) -> tuple[tuple[str, str], ...]:
        """Return (tag, own name) of every language that a campaign has words in."""
        found = {
            words.language: words.name
            for campaign in self.campaigns()
            for words in campaign.vocabularies
        }
        return tuple(sorted(found.items(), key=lambda pair: (pair[0] != "en", pair[0])))

    def sample(self) -> Sample:
        """Return the shipped sample organisation."""
        return self._sample

    def sample_roster(self) -> Path:
        """Return the roster that shows what a roster is: partners of the campaign, names only."""
        name = "sample/roster.csv"
        found = self._places.find(name)
        if found is None:
            raise BadResource("resource.bad.no-file", file=name)
        return found

    @cached_property
    def columns(self) -> Named:
        """(Field, names) of every column of a roster, the field's own name first."""
        return read_columns(self._places)

    @cached_property
    def language_names(self) -> Named:
        """(Tag, names) of what people call languages in many languages."""
        return read_languages(self._places)

    def icon(self, name: str) -> bytes:
        """Return an icon's drawing, such as "undo"."""
        return self._places.read(f"icons/{name}.svg")

    def document(self, name: str) -> bytes:
        """Return any other resource by its name inside resources/."""
        return self._places.read(name)

    @cached_property
    def _sample(self) -> Sample:
        return read_sample(self._places)

    @cached_property
    def _scripts(self) -> dict[str, Script]:
        return read_scripts(TomlTable("scripts.toml", self._places.table("scripts.toml")))

    @cached_property
    def _companions(self) -> Texts:
        return read_companions(TomlTable("companions.toml", self._places.table("companions.toml")))

    def _template_values(self, id: str) -> dict[str, object]:  # noqa: A002
        return self._places.table(f"templates/{id}.toml")

    def _template_ids(self) -> tuple[str, ...]:
        return tuple(each for each in self._stems("templates/*.toml") if each != _FOUNDATION)

    @cached_property
    def _campaign_ids(self) -> tuple[str, ...]:
        names = self._places.names("campaigns/*/campaign.toml")
        return tuple(PurePosixPath(name).parent.name for name in names)

    def _listed(self, pattern: str) -> tuple[str, ...]:
        return tuple(PurePosixPath(name).stem for name in self._places.names(pattern))
