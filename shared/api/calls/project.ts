/** Open projects and what belongs to their campaign. */
import { z } from 'zod';
import { JournalEntry } from '../../domain/change';
import { Id, LanguageTag } from '../../domain/common';
import { CampaignFont } from '../../domain/font';
import { ErrorData } from '../../domain/job';
import { MediaReference, Project } from '../../domain/project';
import { Handle, FileInfo, MediaState, nothing, inSession, method } from './common';

export const OpenedProject = z.object({
  /** Names the open project in later calls. */
  session: Id,
  /** Null while it is a draft that the person has not saved anywhere yet (it is kept safe all the same). */
  file: FileInfo.nullable(),
  project: Project,
  /** Every step still known, oldest first, for undo and redo across restarts. */
  history: z.array(JournalEntry),
  /** Seq of the last entry that the project file on disk holds. */
  savedSeq: z.number().int().min(0),
  /** Why it cannot be changed here; null when it can. */
  readOnly: z.string().nullable(),
  media: MediaState,
  /** What had to be said on opening: a damaged journal tail, a recovered state… */
  notices: z.array(ErrorData),
});

/** See `contract.ts`. */
export const projectCalls = {
  /** A new project as a draft, with or without footage. */
  'project.create': method(
    z.object({ media: Handle.nullable(), language: LanguageTag, title: z.string().max(500) }),
    OpenedProject,
  ),
  /** `readOnly`: only to look; takes no lock and writes nothing, so it disturbs nobody who has it open. */
  'project.open': method(z.object({ file: Handle, readOnly: z.boolean().optional() }), OpenedProject),
  /** Adds steps to the journal. Answered once they are safe on disk. Refused whole if a seq is not the next one. */
  'project.append': method(
    inSession.extend({ entries: z.array(JournalEntry).min(1) }),
    z.object({ seq: z.number().int() }),
  ),
  /** Writes the project file. Fails with `bad-request` for a draft: those take `project.saveAs`. */
  'project.save': method(inSession, z.object({ savedSeq: z.number().int() })),
  'project.saveAs': method(
    inSession.extend({ file: Handle }),
    z.object({ savedSeq: z.number().int(), file: FileInfo }),
  ),
  'project.close': method(inSession, nothing),
  /** Looks at a file to become the project's footage; the caller records `reference` as an edit. With `sameAs` set, another file is refused (`media-changed`). */
  'project.useMedia': method(
    inSession.extend({ file: Handle, sameAs: MediaReference.nullable() }),
    z.object({ reference: MediaReference, media: MediaState }),
  ),
  /** The font files of the project's campaign. */
  'fonts.list': method(inSession, z.object({ fonts: z.array(CampaignFont) })),
  /** Copies a font file to the campaign's others; answers all. Throws `bad-font`. */
  'fonts.add': method(inSession.extend({ file: Handle }), z.object({ fonts: z.array(CampaignFont) })),
  /**
   * Fonts installed on this computer that draw any of these characters, best first; `covered` of how many. One that is wanted is
   * added by its handle, as a file of the campaign's.
   */
  'fonts.system': method(
    inSession.extend({ characters: z.array(z.string().min(1).max(2)).max(5000) }),
    z.object({
      fonts: z.array(z.object({ file: Handle, family: z.string(), covered: z.number().int() })),
    }),
  ),
  /** A font of the campaign as it is drawn with. */
  'fonts.read': method(
    inSession.extend({ file: z.string().max(100) }),
    z.object({ base64: z.string().max(72_000_000) }),
  ),
};

export type OpenedProject = z.infer<typeof OpenedProject>;
