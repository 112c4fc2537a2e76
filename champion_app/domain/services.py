"""The champion's own service: what kind it is decides which criteria and which wording it sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ServiceType(StrEnum):
    """The toolkit's three broad categories (Toolkit, "Who is the Toolkit for?")."""

    UNIVERSAL = "universal"
    SPECIALIST = "specialist"
    CRIMINAL_JUSTICE = "criminal_justice"


SERVICE_TYPE_WORDS = {
    ServiceType.UNIVERSAL: "Universal service",
    ServiceType.SPECIALIST: "Specialist or targeted service",
    ServiceType.CRIMINAL_JUSTICE: "Criminal justice service",
}


@dataclass(frozen=True)
class SettingType:
    """A kind of place a champion works in (primary school, family hub, visitors' centre...)."""

    id: str
    name: str
    service: ServiceType
    group: str


@dataclass(frozen=True)
class Service:
    """Who we are, as printed on leaflets and reports. Staff only: no field names a child or a family."""

    name: str = ""
    setting: str = ""
    type: ServiceType = ServiceType.UNIVERSAL
    champion: str = ""
    role: str = ""
    where_found: str = ""
    when_found: str = ""
    phone: str = ""
    email: str = ""
    council: str = ""
    prison: str = ""
    safeguarding_lead: str = ""
    safeguarding_phone: str = ""

    @property
    def named(self) -> bool:
        """Whether first run has been finished: the one thing everything else hangs on is a name."""
        return bool(self.name)
