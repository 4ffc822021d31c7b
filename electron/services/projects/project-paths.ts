import nodePath, { type PlatformPath } from 'node:path';
import type { JournalEntry } from '../../../shared/domain/change';
import type { MediaReference, Project } from '../../../shared/domain/project';

/** The files that stand beside a project file. */
export function sidecarsOf(path: string): { journal: string; lock: string; backup: string } {
  return { journal: `${path}.journal`, lock: `${path}.lock`, backup: `${path}.bak` };
}

/**
 * The path of a media file as a project in `folder` holds it: relative, with `/` between parts; absolute (also with `/`) where no
 * relative one exists, across Windows drives. Both arguments are absolute.
 */
export function mediaPathFrom(folder: string, file: string, path: PlatformPath = nodePath): string {
  return path.relative(folder, file).split(path.sep).join('/');
}

/**
 * Where a project in `folder` says its media is, absolute. Null for a network share (`\\server\…`) other than the project's own:
 * merely looking there would show a stranger's server who opens the project, so the person has to choose the file.
 */
export function resolveMediaPath(
  folder: string,
  mediaPath: string,
  path: PlatformPath = nodePath,
): string | null {
  const resolved = path.resolve(folder, mediaPath);
  const isShare = /^[\\/]{2}/.test(path.parse(resolved).root);
  if (path.sep === '\\' && isShare && !sameRoot(resolved, folder, path)) return null;
  return resolved;
}

function sameRoot(a: string, b: string, path: PlatformPath): boolean {
  return path.parse(a).root.toLowerCase() === path.parse(b).root.toLowerCase();
}

/** A reference that is seen from `from` as it is seen from the folder `to`. */
export function rebaseMedia<M extends MediaReference | null>(
  media: M,
  from: string,
  to: string,
  path: PlatformPath = nodePath,
): M {
  if (media === null || from === to) return media;
  const absolute = path.resolve(from, media.path);
  return { ...media, path: mediaPathFrom(to, absolute, path) };
}

/** A project whose media path is seen from another folder. The same project when the folder is the same. */
export function rebaseProject(project: Project, from: string, to: string): Project {
  const media = rebaseMedia(project.meta.media, from, to);
  return media === project.meta.media ? project : { ...project, meta: { ...project.meta, media } };
}

/** A journal entry whose media paths are seen from another folder. */
export function rebaseEntry(entry: JournalEntry, from: string, to: string): JournalEntry {
  if (entry.kind !== 'do' || from === to) return entry;
  const rebase = <M extends Project['meta'] | null>(meta: M): M =>
    meta && { ...meta, media: rebaseMedia(meta.media, from, to) };
  return {
    ...entry,
    changes: entry.changes.map((change) =>
      change.table === 'meta'
        ? { ...change, before: rebase(change.before), after: rebase(change.after) }
        : change,
    ),
  };
}
