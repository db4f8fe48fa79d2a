"""The day, for the programs that people start; everything below them is told it."""

import os
from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def today() -> str:
    """SOURCE_DATE_EPOCH, else now, as an ISO date at UTC+8. ValueError where that variable is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(str(error)) from error
    return now.astimezone(CHINA).date().isoformat()
