import { publicName } from '../../domain/public-name';
import type { Project } from '../../domain/project';
import type { Word } from '../../domain/transcript';
import { directionOf } from '../../text/direction';
import { joinWords } from '../../transcript/words';

/** One paragraph as it leaves the product. */
export interface TranscriptParagraph {
  /** What its speaker is called outside; null where nobody is named. */
  readonly speaker: string | null;
  /** Start of its first timed word, end of its last, in ms; null where nothing is timed. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Words as written: joined by single spaces where they stand apart. */
  readonly text: string;
  readonly words: readonly {
    readonly text: string;
    readonly startMs: number | null;
    readonly endMs: number | null;
    readonly confidence: number | null;
    /** What stands before it where that is no space; see `Word`. */
    readonly gap?: Word['gap'];
  }[];
}

/** A transcript as its writers get it: no title, no ids, real names only where no pseudonym is set. */
export interface TranscriptDocument {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paragraphs: readonly TranscriptParagraph[];
}

export interface TranscriptOptions {
  readonly speakers: boolean;
  readonly times: boolean;
}

/** The transcript of a project for its writers; paragraphs without words are left out. */
export function transcriptDocument(project: Project, options: TranscriptOptions): TranscriptDocument {
  const { language } = project.meta;
  const paragraphs = project.paragraphs.flatMap((paragraph): TranscriptParagraph[] => {
    if (paragraph.words.length === 0) return [];
    const words = paragraph.words.map(({ text, startMs, endMs, confidence, gap }) => ({
      text,
      ...(options.times ? { startMs, endMs, confidence } : { startMs: null, endMs: null, confidence: null }),
      ...(gap !== undefined && { gap }),
    }));
    const spoken = paragraph.language ?? language;
    return [
      {
        speaker: options.speakers ? publicName(project.speakers, paragraph.speakerId) : null,
        startMs:
          words.find(({ startMs }) => startMs !== null)?.startMs ?? (options.times ? paragraph.hintMs : null),
        endMs: words.findLast(({ endMs }) => endMs !== null)?.endMs ?? null,
        language: spoken,
        direction: directionOf(spoken),
        text: withoutControls(joinWords(paragraph.words)),
        words,
      },
    ];
  });
  return { language, direction: directionOf(language), paragraphs };
}

/** XML and readers of plain text cannot hold them; nobody sees them. */
function withoutControls(text: string): string {
  return text
    .replaceAll(/[\u0000-\u001f\u007f\ufeff\ufffe\uffff]/g, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** `0:01:05`, in whole seconds, as readers of transcripts write it. */
export function stampOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
