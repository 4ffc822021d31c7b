/** English: the export screen, its queue, and the record of what was made. */
export const exportQueue = {
  'manifest.title': 'What was exported',
  'manifest.lead':
    'Outspoken made {count, plural, one {this file} other {these # files}}. The SHA-256 tells whether a file is still the one that was checked.',
  'manifest.size': 'Size',
  'manifest.bytes': '{bytes, number} bytes',
  'manifest.sha256': 'SHA-256',
  'manifest.languages': 'Languages',
  'manifest.settings': 'Settings',
  'manifest.tools': 'Made with',
  'manifest.checks': 'Checks',
  'manifest.metadata': 'Metadata in the file',
  'manifest.overrides': 'Listed names let through',
  'manifest.result.passed': 'Passed',
  'manifest.result.failed': 'Failed',
  'manifest.result.note': 'Note',

  'export.check.readBack': 'The file was read back and holds what it should.',
  'export.check.names.none': 'No list of names protects this project.',
  'export.check.names.passed':
    '{count, plural, one {The listed name does} other {None of the # listed names}} {count, plural, one {not appear} other {appears}} in it.',
  'export.check.names.replaced':
    '{count, plural, one {A name was} other {# names were}} replaced by a pseudonym. Read the sentence again where the language bends names.',
  'export.check.names.overridden':
    '{count, plural, one {A listed name was} other {# listed names were}} let through: {reason}',
  'export.check.metadata.passed': 'No metadata of people, places, dates or devices is in it.',
  'export.check.metadata.left':
    '{count, plural, one {One piece} other {# pieces}} of metadata are left, the first at {place}: “{value}”.',
} as const;
