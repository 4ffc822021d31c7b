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
