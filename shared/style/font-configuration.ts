import { fontFaces } from './fonts';

/** Where fontconfig's own settings are on Linux. */
const SYSTEM_SETTINGS = '/etc/fonts/fonts.conf';

/**
 * Settings for fontconfig under which libass takes the bundled fonts by name and never a system font that is called the same:
 * Debian's Noto Sans Italic would otherwise be preferred to ours, and the burn-in would differ from the preview. Other system
 * fonts stay as a last resort for scripts that are not bundled. `systemSettings` is the settings file in force,
 * `others` are families of the campaign's own files.
 * Format: fontconfig's fonts-conf(5), 2.14.
 */
export function fontConfiguration(
  systemSettings: string = SYSTEM_SETTINGS,
  others: readonly string[] = [],
): string {
  const ours = [...new Set(fontFaces.map(({ family }) => family)), ...others];
  const reject = ours.map(
    (family) => `<pattern><patelt name="family"><string>${escapeXml(family)}</string></patelt></pattern>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    `<include ignore_missing="yes">${escapeXml(systemSettings)}</include>`,
    `<selectfont><rejectfont>${reject.join('')}</rejectfont></selectfont>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
