/** `1:02:03.456`, as people read times in logs. `ms` is an integer of 0 or more. */
export function formatTime(ms: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60,
  ];
  return `${hours}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(ms % 1000, 3)}`;
}

/** `83.5`, `1:23.5` or `0:01:23.5` in whole ms; null for what is no time. */
export function parseTime(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d{1,6})?)$/.exec(text.trim());
  if (!match) return null;
  const [hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 1000);
}
