"""Small inventories for tests, in shapes unlike the published one."""

from datetime import date

from desktop.exchange.delimited import read_delimited
from desktop.exchange.inventory import Preview, preview
from desktop.exchange.inventory_edit import import_inventory
from desktop.exchange.suggest import suggest
from desktop.exchange.table import Table
from desktop.workbook.document import Workbook

TODAY = date(2026, 11, 21)
GERMAN = """Anwendung;Abteilung;Beschreibung;Projektstatus;Projektstart;Produktiv seit;Verantwortlich;Folgenabschätzung
Rechnungsprüfung;Finanzen;Liest Rechnungen und schlägt Kontierungen vor;Im Betrieb;03.02.2023;15.09.2023;Jörg Müller;Ja
Prüfassistent Übernahme;Einkauf;Vergleicht Verträge mit der Vorlage;Pilotbetrieb;01.04.2024;;Weiß, Renée;geplant
Bewerberauswahl;Personal;Ordnet Bewerbungen den Stellen zu;Stillgelegt;12.05.2021;01.11.2021;Team HR;Nein
Prognose Lager;Logistik;Sagt den Bedarf für vier Wochen voraus;Geplant;;;;entfällt
"""


def table_of(text: str, **options: str) -> Table:
    return read_delimited(text.encode(), **options)


def german() -> Table:
    return table_of(GERMAN)


def previewed(table: Table, workbook: Workbook | None = None) -> Preview:
    return preview(table, suggest(table), workbook or Workbook(), TODAY)


def imported(table: Table, workbook: Workbook | None = None) -> Workbook:
    before = workbook or Workbook()
    return import_inventory(before, previewed(table, before))
