/** The one message catalogue: every text a person reads, in ICU message format, found by key. */
import { IntlMessageFormat } from 'intl-messageformat';
import { app } from './en/app';
import { branding } from './en/branding';
import { checkWords } from './en/check-words';
import { checks } from './en/checks';
import { cli } from './en/cli';
import { editor } from './en/editor';
import { edits } from './en/edits';
import { errors } from './en/errors';
import { exports_ } from './en/export';
import { exportQueue } from './en/export-queue';
import { find } from './en/find';
import { findings } from './en/findings';
import { formats } from './en/formats';
import { jobs } from './en/jobs';
import { keys } from './en/keys';
import { media } from './en/media';
import { operations } from './en/operations';
import { player } from './en/player';
import { redaction } from './en/redaction';
import { refusals } from './en/refusals';
import { safety } from './en/safety';
import { spelling } from './en/spelling';
import { review } from './en/review';
import { styles } from './en/styles';
import { timeline } from './en/timeline';
import { timelineMarks } from './en/timeline-marks';
import { transcript } from './en/transcript';
import { translation } from './en/translation';
import { video } from './en/video';
import { web } from './en/web';
import { windowHost } from './en/window';

/** English is the language the catalogue is written in; every key exists here. */
export const english = {
  ...app,
  ...branding,
  ...checks,
  ...checkWords,
  ...cli,
  ...editor,
  ...edits,
  ...errors,
  ...exports_,
  ...exportQueue,
  ...find,
  ...findings,
  ...formats,
  ...jobs,
  ...keys,
  ...media,
  ...operations,
  ...player,
  ...redaction,
  ...refusals,
  ...safety,
  ...spelling,
  ...review,
  ...styles,
  ...timeline,
  ...timelineMarks,
  ...transcript,
  ...translation,
  ...video,
  ...web,
  ...windowHost,
} as const;

export type MessageKey = keyof typeof english;
export type MessageValues = Readonly<Record<string, string | number | boolean | null>>;

const compiled = new Map<string, IntlMessageFormat>();

/** Whether a key is in the catalogue (keys also arrive as data: error codes, findings, history labels). */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key);
}

/** The text of `key` with `values` filled in. Values are plain text: ICU syntax in them stays literal. */
export function formatMessage(key: MessageKey, values: MessageValues = {}): string {
  let message = compiled.get(key);
  if (!message) {
    message = new IntlMessageFormat(english[key], 'en', undefined, { ignoreTag: true });
    compiled.set(key, message);
  }
  return String(message.format(values));
}
