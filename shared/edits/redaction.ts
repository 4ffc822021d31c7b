import { AppError } from '../api/errors';
import type { Project } from '../domain/project';
import type {
  CoverRedaction,
  Redaction,
  RedactionBox,
  RedactionFill,
  RedactionKey,
  SoundTreatment,
} from '../domain/redaction';
import { updateTable } from '../history/tables';
import type { Edit, NewId } from './edit';
import { orderAfter, speakerOf, validSpan, validTime } from './records';

/** Least width and height of a cover, as a share of the picture's: less could not be seen nor taken hold of. */
export const LEAST_SHARE = 0.005;

/** Covers a place in the picture from `startMs` to `endMs`; `box` is where it is at `atMs`, and as long as nothing else is said. */
export const addCover: Edit<{
  newId: NewId;
  startMs: number;
  endMs: number;
  atMs: number;
  box: RedactionBox;
  fill?: RedactionFill;
}> = {
  command: 'redaction.cover',
  label: 'edit.redaction.cover',
  apply(project, { newId, startMs, endMs, atMs, box, fill = 'solid' }) {
    const cover: CoverRedaction = {
      ...{ id: newId(), order: orderAfter(redactionsOf(project)), kind: 'cover', fill },
      ...validSpan(startMs, endMs),
      keys: [{ atMs: validTime(atMs), ...validBox(box) }],
    };
    return withRedactions(project, [], [cover]);
  },
};

/** Says where a cover is at a time: a new key position, or another place for the one of that time. */
export const placeCover: Edit<{ id: string; atMs: number; box: RedactionBox }> = {
  command: 'redaction.place',
  label: 'edit.redaction.place',
  apply(project, { id, atMs, box }) {
    const cover = coverOf(project, id);
    const key = { atMs: validTime(atMs), ...validBox(box) };
    const known = cover.keys.find((one) => one.atMs === key.atMs);
    if (known && isSameBox(known, key)) return project;
    const keys = [...cover.keys.filter((one) => one !== known), key].sort((a, b) => a.atMs - b.atMs);
    return withRedactions(project, [cover], [{ ...cover, keys }]);
  },
};

/** Forgets a key position; a cover keeps at least one. Throws `bad-request` for one that is not there and for the last. */
export const removeKey: Edit<{ id: string; atMs: number }> = {
  command: 'redaction.removeKey',
  label: 'edit.redaction.removeKey',
  apply(project, { id, atMs }) {
    const cover = coverOf(project, id);
    const keys = cover.keys.filter((one) => one.atMs !== atMs);
    if (keys.length === cover.keys.length || keys.length === 0)
      throw new AppError('bad-request', { reason: `no key at ${atMs} ms can be removed from ${id}` });
    return withRedactions(project, [cover], [{ ...cover, keys }]);
  },
};

/** Changes when a cover, or a stretch of sound, is redacted; what is not given stays. Its key positions stay where they are. */
export const setRedactionTimes: Edit<{ id: string; startMs?: number; endMs?: number }> = {
  command: 'redaction.setTimes',
  label: 'edit.redaction.setTimes',
  apply(project, { id, startMs, endMs }) {
    const before = redactionOf(project, id);
    if (before.kind === 'voice')
      throw new AppError('bad-request', { reason: `${id} has no times of its own` });
    const times = validSpan(startMs ?? before.startMs, endMs ?? before.endMs);
    if (times.startMs === before.startMs && times.endMs === before.endMs) return project;
    return withRedactions(project, [before], [{ ...before, ...times }]);
  },
};

/** Changes what a covered place looks like. */
export const setFill: Edit<{ id: string; fill: RedactionFill }> = {
  command: 'redaction.setFill',
  label: 'edit.redaction.setFill',
  apply(project, { id, fill }) {
    const cover = coverOf(project, id);
    return cover.fill === fill ? project : withRedactions(project, [cover], [{ ...cover, fill }]);
  },
};

/** Redacts a stretch of the sound. */
export const redactSound: Edit<{ newId: NewId; treatment: SoundTreatment; startMs: number; endMs: number }> =
  {
    command: 'redaction.sound',
    label: 'edit.redaction.sound',
    apply(project, { newId, treatment, startMs, endMs }) {
      const order = orderAfter(redactionsOf(project));
      const span = validSpan(startMs, endMs);
      return withRedactions(project, [], [{ id: newId(), order, kind: 'sound', treatment, ...span }]);
    },
  };

/** Redacts a speaker's voice wherever it is heard; the treatment changes where it is redacted already. */
export const redactVoice: Edit<{ newId: NewId; treatment: SoundTreatment; speakerId: string }> = {
  command: 'redaction.voice',
  label: 'edit.redaction.voice',
  apply(project, { newId, treatment, speakerId }) {
    speakerOf(project, speakerId);
    const known = redactionsOf(project).find((one) => one.kind === 'voice' && one.speakerId === speakerId);
    if (known) return setTreatment.apply(project, { id: known.id, treatment });
    const order = orderAfter(redactionsOf(project));
    return withRedactions(project, [], [{ id: newId(), order, kind: 'voice', treatment, speakerId }]);
  },
};

/** Changes what is heard instead. */
export const setTreatment: Edit<{ id: string; treatment: SoundTreatment }> = {
  command: 'redaction.setTreatment',
  label: 'edit.redaction.setTreatment',
  apply(project, { id, treatment }) {
    const before = redactionOf(project, id);
    if (before.kind === 'cover') throw new AppError('bad-request', { reason: `${id} is no sound` });
    return before.treatment === treatment
      ? project
      : withRedactions(project, [before], [{ ...before, treatment }]);
  },
};

/** Takes redactions away. Throws `bad-request` for one that is not there. */
export const removeRedactions: Edit<{ ids: readonly string[] }> = {
  command: 'redaction.remove',
  label: 'edit.redaction.remove',
  apply(project, { ids }) {
    const gone = [...new Set(ids)].map((id) => redactionOf(project, id));
    return gone.length === 0 ? project : withRedactions(project, gone, []);
  },
};

const NONE: readonly Redaction[] = [];

/** A project's redactions in the order they were made; projects of earlier versions have none. */
export function redactionsOf({ redactions }: Pick<Project, 'redactions'>): readonly Redaction[] {
  return redactions ?? NONE;
}

/** A project's covers, the later over the earlier. */
export function coversOf(project: Pick<Project, 'redactions'>): CoverRedaction[] {
  return redactionsOf(project).flatMap((one) => (one.kind === 'cover' ? [one] : []));
}

/** A box inside the picture that is large enough to be seen. Throws `bad-request` for what is no number. */
export function validBox({ x, y, width, height }: RedactionBox): RedactionBox {
  if (![x, y, width, height].every(Number.isFinite))
    throw new AppError('bad-request', { reason: 'the place of a cover must be numbers' });
  const across = insideOne(x, width);
  const down = insideOne(y, height);
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

/** What reaches out of the picture is cut off. */
function insideOne(start: number, size: number): { from: number; length: number } {
  const from = Math.min(1 - LEAST_SHARE, Math.max(0, start));
  const to = Math.min(1, Math.max(start + size, from + LEAST_SHARE));
  return { from: rounded(from), length: rounded(to - rounded(from)) };
}

/** A hundredth of a pixel at most, for short files. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}

function isSameBox(a: RedactionKey, b: RedactionKey): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function redactionOf(project: Project, id: string): Redaction {
  const one = redactionsOf(project).find((redaction) => redaction.id === id);
  if (!one) throw new AppError('bad-request', { reason: `there is no redaction ${id}` });
  return one;
}

function coverOf(project: Project, id: string): CoverRedaction {
  const one = redactionOf(project, id);
  if (one.kind !== 'cover') throw new AppError('bad-request', { reason: `${id} is no cover` });
  return one;
}

function withRedactions(
  project: Project,
  removed: readonly Redaction[],
  added: readonly Redaction[],
): Project {
  const { redactions: before = [], ...rest } = project;
  const redactions = updateTable(before, removed, added);
  return redactions.length > 0 ? { ...rest, redactions } : rest;
}
