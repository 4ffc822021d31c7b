/** What the app needs of an ffmpeg, and how its own listings tell whether it is there. */
import { AppError } from '../api/errors';
import { formatMessage, type MessageKey } from '../messages/index';

interface Need {
  readonly name: string;
  readonly kind: 'filter' | 'encoder';
  readonly consequence: MessageKey;
  /** An ffmpeg without it is complete all the same: only some videos cannot be made. */
  readonly isOptional?: boolean;
}

/** Filters and encoders the app uses, with what is lost without them; the worst loss first. */
const NEEDS: readonly Need[] = [
  { name: 'aresample', kind: 'filter', consequence: 'tools.weak.consequence.read' },
  { name: 'scale', kind: 'filter', consequence: 'tools.weak.consequence.encode' },
  { name: 'libx264', kind: 'encoder', consequence: 'tools.weak.consequence.encode' },
  { name: 'aac', kind: 'encoder', consequence: 'tools.weak.consequence.encode' },
  { name: 'ass', kind: 'filter', consequence: 'tools.weak.consequence.burn' },
  { name: 'libx265', kind: 'encoder', consequence: 'tools.weak.consequence.hevc', isOptional: true },
  { name: 'libvpx-vp9', kind: 'encoder', consequence: 'tools.weak.consequence.webm', isOptional: true },
  { name: 'libopus', kind: 'encoder', consequence: 'tools.weak.consequence.webm', isOptional: true },
  { name: 'prores_ks', kind: 'encoder', consequence: 'tools.weak.consequence.prores', isOptional: true },
  { name: 'zscale', kind: 'filter', consequence: 'tools.weak.consequence.hdr', isOptional: true },
  { name: 'tonemap', kind: 'filter', consequence: 'tools.weak.consequence.hdr', isOptional: true },
  { name: 'loudnorm', kind: 'filter', consequence: 'tools.weak.consequence.loudness', isOptional: true },
  { name: 'drawbox', kind: 'filter', consequence: 'tools.weak.consequence.redact', isOptional: true },
  { name: 'sendcmd', kind: 'filter', consequence: 'tools.weak.consequence.redact', isOptional: true },
  { name: 'asendcmd', kind: 'filter', consequence: 'tools.weak.consequence.redact', isOptional: true },
  { name: 'aeval', kind: 'filter', consequence: 'tools.weak.consequence.redact', isOptional: true },
  { name: 'atempo', kind: 'filter', consequence: 'tools.weak.consequence.redact', isOptional: true },
];

/** Whether any of `missing` is something a complete ffmpeg has. */
export function isIncomplete(missing: readonly string[]): boolean {
  return NEEDS.some(({ name, isOptional }) => isOptional !== true && missing.includes(name));
}

/** How a person knows what is missing. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  ass: 'libass (the “ass” filter)',
  zscale: 'zimg (the “zscale” filter)',
};

/** Names the app needs that are in neither listing. Both are stdout of ffmpeg's `-filters` and `-encoders`. */
export function missingParts(filters: string, encoders: string): string[] {
  const there = { filter: namesIn(filters), encoder: namesIn(encoders) };
  return NEEDS.filter(({ name, kind }) => !there[kind].has(name)).map(({ name }) => name);
}

/** Second column of ffmpeg's listings; header lines hold no flags column and are left out (5.1 to 9.0). */
function namesIn(listing: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of listing.split('\n')) {
    const match = /^ ([A-Z.|]{2,8}) ([\w-]+) /.exec(line);
    if (match?.[2]) names.add(match[2]);
  }
  return names;
}

/** Version in the first line of `-version`, e.g. `5.1.9-0+deb12u1`; null where that is no ffmpeg's. */
export function toolVersion(name: string, output: string): string | null {
  const match = /^(\w+) version (\S+)/.exec(output);
  return match?.[1] === name ? (match[2] ?? null) : null;
}

/** `tool-weak`: what is missing, what that costs, what still works, what to do. `missing` is not empty. */
export function weakTool(path: string, missing: readonly string[]): AppError {
  const worst = NEEDS.find(({ name }) => missing.includes(name));
  return new AppError('tool-weak', {
    path,
    missing: missing.map((name) => KNOWN_AS[name] ?? name).join(', '),
    consequence: formatMessage(worst?.consequence ?? 'tools.weak.consequence.encode'),
    remedy: formatMessage('tools.weak.remedy'),
  });
}

/** `tool-missing`. `settingPath`: where Settings says it is, when that is why it was not found. */
export function missingTool(tool: string, settingPath: string | null): AppError {
  return new AppError('tool-missing', {
    tool,
    consequence: formatMessage('tools.missing.consequence'),
    remedy:
      settingPath === null
        ? formatMessage('tools.missing.remedy')
        : formatMessage('tools.missing.remedy.setting', { path: settingPath }),
  });
}
