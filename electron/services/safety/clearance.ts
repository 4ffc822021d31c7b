/**
 * The one door out. Whatever leaves the machine (a subtitle file, a transcript, a video, a packet) is cleared here first:
 * listed names give way to their pseudonyms, and one that is left stops the export.
 *
 * A new way out takes a `Cleared` instead of a `Project`, or a `Clearance` for other texts, and writes through
 * `services/export/target.ts`, which takes no target without one. Neither can be made anywhere else.
 */
import { AppError } from '../../../shared/api/errors';
import type { MetadataItem, NameFinding, NameOverride } from '../../../shared/domain/export';
import type { Project } from '../../../shared/domain/project';
import type { ProtectedName } from '../../../shared/domain/protected-name';
import { formatMessage } from '../../../shared/messages/index';
import { createGuard, type GuardedText, type NameGuard } from '../../../shared/safety/guard';
import {
  publicProject,
  speakersAsNames,
  type ExportScope,
  type PublicProject,
} from '../../../shared/safety/public-project';

export interface ClearanceOptions {
  readonly names: readonly ProtectedName[];
  /** A person's typed decision to let listed names through; null where nobody decided that. */
  readonly override?: NameOverride | null | undefined;
}

/** Says that texts were looked at, and looks at more of them later: file names, metadata. */
export class Clearance {
  readonly #guard: NameGuard;
  readonly #overridden: NameFinding[] = [];
  readonly override: NameOverride | null;

  private constructor(guard: NameGuard, override: NameOverride | null) {
    this.#guard = guard;
    this.override = override;
  }

  /** Clears texts that are to leave as they are. Throws `names-found` at a listed name, unless that is overridden. */
  static of(texts: Iterable<GuardedText>, { names, override = null }: ClearanceOptions): Clearance {
    const clearance = new Clearance(createGuard(names), override);
    if (override && clearance.#guard.find([plainText('metadata', '', override.reason)]).length > 0)
      throw new AppError('names-in-reason');
    clearance.check(texts);
    return clearance;
  }

  /** Looks at further texts of the same export. Throws `names-found`, unless listed names are let through. */
  check(texts: Iterable<GuardedText>): void {
    this.accept(this.#guard.find(texts));
  }

  /** Takes findings of this clearance's own list: kept where they are overridden. Throws `names-found` where they are not. */
  accept(findings: readonly NameFinding[]): void {
    if (findings.length > 0 && this.override === null) throw namesFound(findings);
    this.#overridden.push(...findings);
  }

  /** Looks at a file's name, without its folder. Throws as `check`. */
  checkFileName(name: string): void {
    this.check([plainText('file-name', formatMessage('safety.place.fileName'), name)]);
  }

  /** Looks at what a finished file says besides what it shows. Throws as `check`. */
  checkMetadata(items: readonly MetadataItem[]): void {
    this.check(items.map(({ place, value }) => plainText('metadata', place, value)));
  }

  /** How many names are looked for. */
  get size(): number {
    return this.#guard.size;
  }

  /** Listed names that were let through, for the record of the export. */
  get overridden(): readonly NameFinding[] {
    return this.#overridden;
  }
}

/** A project as one export may see it: nothing out of scope, pseudonyms in place, no listed name but overridden ones. */
export class Cleared {
  readonly project: Project;
  readonly clearance: Clearance;
  /** How many names gave way to pseudonyms. */
  readonly replaced: number;
  /** First and family names of listed people that stand alone: somebody has to look whether they are meant. */
  readonly parts: readonly NameFinding[];

  private constructor({ project, replaced, parts }: PublicProject, clearance: Clearance) {
    this.project = project;
    this.clearance = clearance;
    this.replaced = replaced;
    this.parts = parts;
  }

  /** Throws `names-found` with the place of the first listed name, unless that is overridden. */
  static from(project: Project, scope: ExportScope, { names, override }: ClearanceOptions): Cleared {
    const all = [...names, ...speakersAsNames(project)];
    const seen = publicProject(project, createGuard(all), scope);
    const clearance = Clearance.of([], { names: all, override });
    clearance.accept(seen.findings);
    return new Cleared(seen, clearance);
  }
}

function plainText(kind: GuardedText['kind'], place: string, text: string): GuardedText {
  return { kind, place, text, language: null, recordId: null };
}

/** What stops an export: the first place, how many more there are, and what stands there. */
export function namesFound(findings: readonly NameFinding[]): AppError {
  const [first] = findings;
  return new AppError('names-found', {
    place: first?.place ?? '',
    found: first?.found ?? '',
    more: Math.max(0, findings.length - 1),
  });
}
