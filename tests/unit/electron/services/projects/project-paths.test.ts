import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import {
  mediaPathFrom,
  rebaseMedia,
  resolveMediaPath,
} from '../../../../../electron/services/projects/project-paths';

it.each([
  [posix, '/a/b', '/a/b/film.mp4', 'film.mp4'],
  [posix, '/a/b', '/a/c/film 1.mp4', '../c/film 1.mp4'],
  [posix, '/', '/film.mp4', 'film.mp4'],
  [win32, 'C:\\Work\\Kz', 'C:\\Work\\Kz\\raw\\film.mp4', 'raw/film.mp4'],
  [win32, 'C:\\Work\\Kz', 'C:\\Films\\film.mp4', '../../Films/film.mp4'],
  [win32, 'C:\\Work', 'D:\\Films\\film.mp4', 'D:/Films/film.mp4'],
  [win32, '\\\\nas\\share\\kz', '\\\\nas\\share\\film.mp4', '../film.mp4'],
])('from %#: there and back', (path, folder, file, expected) => {
  expect(mediaPathFrom(folder, file, path)).toBe(expected);
  expect(resolveMediaPath(folder, expected, path)).toBe(file);
});

it.each([
  ['C:\\Work', '//evil/share/film.mp4'],
  ['C:\\Work', '\\\\evil\\share\\film.mp4'],
  ['\\\\nas\\share\\kz', '//evil/share/film.mp4'],
])('never looks on a foreign server: %s, %s', (folder, mediaPath) => {
  expect(resolveMediaPath(folder, mediaPath, win32)).toBeNull();
});

it('is seen from another folder after a save elsewhere', () => {
  const fingerprint = { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) };
  const media = { path: '../raw/film.mp4', durationMs: 1, fingerprint };
  expect(rebaseMedia(media, '/a/drafts', '/a/raw/kz', posix).path).toBe('../film.mp4');
  expect(rebaseMedia(media, 'C:\\a\\b', 'D:\\x', win32).path).toBe('C:/a/raw/film.mp4');
  expect(rebaseMedia(null, '/a', '/b', posix)).toBeNull();
});
