import type { Block, CueBlock, LineEnd, SubtitleDocument } from './model';

/** The whole text of a document. For one that was not edited it is the text it was read from, character for character. */
export function writeDocument(document: SubtitleDocument): string {
  const parts = [document.bom ? '\ufeff' : '', document.preamble];
  for (const { raw, gap } of document.blocks) parts.push(raw, gap);
  return parts.join('');
}

/** What may be changed of a cue; what is left out stays. `text` as `CueBlock.text` has it: tags and entities written. */
export interface CueChange {
  readonly startMs?: number;
  readonly endMs?: number;
  readonly settings?: string;
  readonly text?: string;
}

/**
 * The document with the cue at `index` of `blocks` changed and written anew; every other block keeps its raw text.
 * Times are integers of 0 or more; the text holds no empty line and no `-->`.
 * Throws RangeError where the block is no cue or the change cannot be written so that it reads back the same.
 */
export function replaceCue(document: SubtitleDocument, index: number, change: CueChange): SubtitleDocument {
  const block = document.blocks[index];
  if (block?.kind !== 'cue') throw new RangeError(`block ${index} is no cue`);
  const cue = { ...block, ...change };
  checkWritable(cue);
  const raw = renderCue(cue, document.format, document.eol);
  const isLast = index === document.blocks.length - 1;
  const gap = cue.gap === '' && !isLast ? document.eol : cue.gap;
  return { ...document, blocks: document.blocks.with(index, { ...cue, raw, gap }) };
}

function checkWritable({ startMs, endMs, settings, text }: CueBlock): void {
  for (const ms of [startMs, endMs])
    if (!Number.isInteger(ms) || ms < 0) throw new RangeError(`a cue cannot have the time ${ms}`);
  if (/[\r\n]|-->/.test(settings)) throw new RangeError('settings are one line without an arrow');
  if (text.includes('-->') || text.includes('\r')) throw new RangeError('text has no arrow and no CR');
  if (text !== '' && text.split('\n').some((line) => line.trim() === ''))
    throw new RangeError('text has no empty line');
}

function renderCue(cue: CueBlock, format: SubtitleDocument['format'], eol: LineEnd): string {
  const clock = format === 'srt' ? srtTime : vttTime;
  const times = `${clock(cue.startMs)} --> ${clock(cue.endMs)}`;
  const head = cue.settings === '' ? times : `${times} ${cue.settings}`;
  const lines = [
    ...(cue.id === null ? [] : [cue.id]),
    head,
    ...(cue.text === '' ? [] : cue.text.split('\n')),
  ];
  return lines.map((line) => line + eol).join('');
}

/** `HH:MM:SS,mmm`; hours get more digits from 100 on. `ms` is an integer of 0 or more. */
export function srtTime(ms: number): string {
  return clock(ms, ',');
}

/** `HH:MM:SS.mmm`; hours get more digits from 100 on. `ms` is an integer of 0 or more. */
export function vttTime(ms: number): string {
  return clock(ms, '.');
}

function clock(ms: number, point: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const fraction = String(ms % 1000).padStart(3, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}${point}${fraction}`;
}

/** The cues among a document's blocks, in file order. */
export function cueBlocks(document: SubtitleDocument): CueBlock[] {
  return document.blocks.filter((block: Block): block is CueBlock => block.kind === 'cue');
}
