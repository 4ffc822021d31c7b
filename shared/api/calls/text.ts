/** Transcripts, their timing, translations and spelling. */
import { z } from 'zod';
import { Id, LanguageTag, Time } from '../../domain/common';
import { NameOverride } from '../../domain/export';
import { Job } from '../../domain/job';
import { MachineScope } from '../../domain/translator';
import { EncodingGuess, FileInfo, Handle, TextIssue, TextSource, inSession, method } from './common';

export const TranscriptDraft = z.object({
  speakers: z.array(z.object({ name: z.string() })),
  paragraphs: z.array(
    z.object({
      /** Index into `speakers`; null where nobody is named. */
      speaker: z.number().int().min(0).nullable(),
      hintMs: Time.nullable(),
      text: z.string(),
    }),
  ),
  /** The timed cues, where the source was a subtitle file. Text as in `Cue.text`. */
  cues: z.array(z.object({ startMs: Time, endMs: Time, text: z.string() })).nullable(),
  /** Null for pasted text and documents that carry their own encoding. */
  encoding: EncodingGuess.nullable(),
  issues: z.array(TextIssue),
});

/** How a word is translated, and how not. */
const GlossaryTerm = z.object({
  source: z.string(),
  target: z.string(),
  also: z.array(z.string()).optional(),
  forbidden: z.array(z.string()),
});

/** A sentence and its translation. */
const MemoryUnit = z.object({ source: z.string(), target: z.string() });

/** See `contract.ts`. */
export const textCalls = {
  'transcript.read': method(
    z.object({ source: TextSource, language: LanguageTag, encoding: z.string().max(40).nullable() }),
    TranscriptDraft,
  ),
  /**
   * Times the open project's transcript against its footage, around the words that a person fixed; job result `align`. The
   * caller records it as an edit. `words`: only from one word to another, with the doubtful ones around them; null: all.
   * Told meanwhile: `align.draft`.
   */
  'align.start': method(inSession.extend({ words: z.object({ from: Id, to: Id }).nullable() }), Job),
  /** What memories and glossaries beside the project, and the project itself, have for a translated cue. */
  'translation.help': method(
    inSession.extend({ cue: Id }),
    z.object({
      matches: z.array(MemoryUnit.extend({ score: z.number().min(0).max(1) })),
      terms: z.array(
        GlossaryTerm.extend({
          /** Whether the translation has it; null where there is nothing to look for. */
          isUsed: z.boolean().nullable(),
          wrong: z.array(z.string()),
        }),
      ),
      unreadable: z.array(z.string()),
    }),
  ),
  /**
   * The terms that glossaries beside the project have for a translation; null where there is no glossary, and `terms` null where
   * they are those of `stamp`.
   */
  'translation.terms': method(
    inSession.extend({ track: Id, stamp: z.string().max(100_000).nullable() }),
    z.object({ stamp: z.string(), terms: z.array(GlossaryTerm).nullable() }).nullable(),
  ),
  /** Where a phrase stands in memories and project, on either side. */
  'translation.search': method(
    inSession.extend({ track: Id, phrase: z.string().max(500) }),
    z.object({ units: z.array(MemoryUnit) }),
  ),
  /** Adds what is translated in a track to the memory file beside the project. */
  'translation.keep': method(
    inSession.extend({ track: Id }),
    z.object({ file: z.string(), units: z.number().int() }),
  ),
  /**
   * Writes the interview's memory (TMX: translations of `tracks` that are up to date) or the campaign's terms for their languages
   * (CSV, TBX) as a file; names let through are recorded in `FILE.manifest.json`. Throws `no-cues`, `no-glossary`, `names-found` and what writing throws.
   */
  'translation.export': method(
    inSession.extend({
      tracks: z.array(Id).min(1).max(100),
      format: z.enum(['tmx', 'csv', 'tbx']),
      target: Handle,
      override: NameOverride.nullable(),
    }),
    z.object({ file: FileInfo, count: z.number().int() }),
  ),
  /**
   * Asks the person's own translation program (`Settings.translator`) for cues of a translation; job result `translate`. The
   * caller records it as an edit. Listed names stop it as they stop an export; those let
   * through are recorded beside the project, in `PROJECT.LANGUAGE.drafts.manifest.json`. Throws `no-translator`, `names-found`.
   */
  'translation.machine': method(
    inSession.extend({ track: Id, scope: MachineScope, override: NameOverride.nullable() }),
    Job,
  ),
  /**
   * Places a whole translation (text, Word, a table) on the source's cues; job result `place`. Nothing is changed: the caller
   * shows it and records it as an edit. `profileId` null: the language's own.
   */
  'translation.place': method(
    inSession.extend({
      language: LanguageTag,
      profileId: z.string().max(64).nullable(),
      source: TextSource,
      encoding: z.string().max(40).nullable(),
    }),
    Job,
  ),
  /** Looks where a track's cues belong: by the footage's sound (`other` null) or by another track; job result `retime`. The caller records it as an edit. */
  'retime.start': method(inSession.extend({ track: Id, other: Id.nullable() }), Job),
  /** Which of these words (`shared/spelling/words.ts`) no dictionary of a language knows; none where there is no dictionary. */
  'spelling.check': method(
    z.object({ language: LanguageTag, words: z.array(z.string().min(1).max(100)).max(200_000) }),
    z.object({ hasDictionary: z.boolean(), wrong: z.array(z.string()) }),
  ),
  /** What a word was meant to be, best first. */
  'spelling.suggest': method(
    z.object({ language: LanguageTag, word: z.string().min(1).max(100) }),
    z.object({ words: z.array(z.string()) }),
  ),
  /** The words the project's campaign has learnt in a language; a draft belongs to none and cannot learn. */
  'spelling.learnt': method(
    inSession.extend({ language: LanguageTag }),
    z.object({ words: z.array(z.string()), canLearn: z.boolean() }),
  ),
  /** Adds a word to them or takes it out; answers all. */
  'spelling.learn': method(
    inSession.extend({
      language: LanguageTag,
      word: z.string().trim().min(1).max(100),
      isLearnt: z.boolean(),
    }),
    z.object({ words: z.array(z.string()) }),
  ),
};

export type TranscriptDraft = z.infer<typeof TranscriptDraft>;
