"""What the things are called that a pack of ours says are out of use."""

from __future__ import annotations

from champion_app.domain.packs import PackContents, item_name
from champion_app.store.binder import Binder
from champion_app.tasks import pack_rows
from champion_app.tasks.pack_making import own_key


def retired_names(binder: Binder, contents: PackContents) -> dict[tuple[str, str], str]:
    """Their names by noun and key, as the binder has them; what is no longer here goes without."""
    names = {}
    for noun in dict.fromkeys(one.noun for one in contents.retired):
        for row_id, (key, fields) in pack_rows.ROWS[noun].read(binder).items():
            names[noun, key or own_key(contents.about.id, noun, row_id)] = item_name(fields)
    wanted = {(one.noun, one.key) for one in contents.retired}
    return {key: name for key, name in names.items() if key in wanted}
