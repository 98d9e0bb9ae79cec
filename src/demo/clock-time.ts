// Minutes of a day as times on the wall and as instants.

/** A wall-clock time so many minutes after midnight; for the end of the day, its last second. */
export const wallClock = (minute: number): Temporal.PlainTime =>
  minute < 24 * 60
    ? Temporal.PlainTime.from('00:00').add({ minutes: minute })
    : Temporal.PlainTime.from('23:59:59');

/** The instant of a minute of a day; in the hour that a spring night lacks, one before it and never one to come. */
export function momentOf(day: Temporal.PlainDate, minute: number): Temporal.Instant {
  return day
    .toPlainDateTime(wallClock(minute))
    .toZonedDateTime('Europe/Helsinki', { disambiguation: 'earlier' })
    .toInstant();
}
