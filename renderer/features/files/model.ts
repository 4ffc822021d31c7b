/** What the file dialog shows and how keys find their way in it. Pure. */
import { TranscriptFormat, type FileInfo, type Handle } from '../../../shared/api/contract';
import { SUBTITLE_ENDINGS } from '../../../shared/formats/endings';
import type { FilePurpose } from '../../state/file-choice';

/** Without the dot. */
const SUBTITLES = Object.values(SUBTITLE_ENDINGS)
  .flat()
  .map((ending) => ending.slice(1));

/** Endings by purpose: what ffmpeg is allowed to open, what the transcript readers know. */
const ENDINGS: Readonly<
  Record<'media' | 'transcript' | 'project' | 'review' | 'font' | 'picture' | 'names', readonly string[]>
> = {
  media:
    'mp4 m4v mov qt mkv webm avi mts m2ts ts mpg mpeg mxf 3gp 3g2 wmv flv ogv wav mp3 m4a aac flac ogg oga opus aif aiff wma'.split(
      ' ',
    ),
  transcript: [...'txt md text docx json'.split(' '), ...SUBTITLES],
  project: ['outspoken'],
  review: ['json'],
  names: ['csv', 'txt'],
  font: ['ttf', 'otf', 'ttc'],
  picture: ['png', 'jpg', 'jpeg', 'webp', 'mp4', 'mov', 'webm', 'mkv'],
};

type SavePurpose = Extract<FilePurpose, `save-${string}`>;
const SAVE_ENDINGS: Readonly<Record<SavePurpose, readonly string[]>> = {
  'save-project': ['outspoken'],
  'save-subtitles': SUBTITLES,
  'save-transcript': TranscriptFormat.options,
  'save-packet': ['html'],
  'save-memory': ['tmx', 'csv', 'tbx'],
};

/** Whether the dialog asks for a name to write under. */
export function isSaving(purpose: FilePurpose): boolean {
  return purpose in SAVE_ENDINGS;
}

/** Endings (no dot, lower case) that fit a purpose; null: no files at all, only folders. */
export function endingsOf(purpose: FilePurpose): readonly string[] | null {
  if (purpose === 'folder') return null;
  return { ...ENDINGS, ...SAVE_ENDINGS }[purpose];
}

/** The ending of a name, lower case, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** The entries to show: folders always, hidden ones never unless all are shown, files that fit unless all are shown. */
export function visibleEntries(
  entries: readonly FileInfo[],
  purpose: FilePurpose,
  showAll: boolean,
): readonly FileInfo[] {
  const endings = endingsOf(purpose);
  return entries.filter((entry) => {
    if (entry.name.startsWith('.')) return showAll;
    if (entry.kind === 'folder') return true;
    return endings !== null && (showAll || endings.includes(endingOf(entry.name)));
  });
}

/** The name to write under: what was typed, with the purpose's ending where it has no fitting one. */
export function targetName(typed: string, purpose: FilePurpose, suggestedName: string | null): string {
  const name = typed.trim();
  const endings = endingsOf(purpose) ?? [];
  const wanted = suggestedName === null ? endings[0] : endingOf(suggestedName);
  if (name === '' || wanted === undefined || wanted === '' || endingOf(name) === wanted) return name;
  return `${name}.${wanted}`;
}

/** Which folder each purpose was last looked for in: footage, exports and logos lie in different ones. */
export interface FolderMemory {
  readonly keep: (purpose: FilePurpose, folder: Handle) => void;
  /** The purpose's own folder; for one that has none yet, the last of any; null: home. */
  readonly recall: (purpose: FilePurpose) => Handle | null;
}

export function folderMemory(): FolderMemory {
  const own = new Map<FilePurpose, Handle>();
  let last: Handle | null = null;
  return {
    keep(purpose, folder) {
      own.set(purpose, folder);
      last = folder;
    },
    recall: (purpose) => own.get(purpose) ?? last,
  };
}
