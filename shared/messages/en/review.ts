/** English: packets, reviews, versions. */
export const review = {
  'error.not-a-review':
    '“{name}” is not a review that Outspoken can read. Nothing was merged. Ask for the file again: its name ends in “.review.json”.',
  'error.newer-review':
    '“{name}” was made with a packet of a newer Outspoken. Nothing of it was merged. Please update Outspoken.',
  'error.other-project':
    '“{name}” is a review of another project. Nothing of it was merged. Open the project that its packet was made from.',
  'error.packet-too-large':
    'This packet would be {size}, more than the {limit} that browsers open. Nothing was written. Choose a smaller picture or the sound only.',
  'cli.packet.help': 'Writes a review packet: one web page that any browser opens without a network.',
  'cli.packet.needsOutput': 'This needs -o FILE.html, the packet to write.',
  'cli.packet.wrongMedia': '“{value}” is no choice for --media: none, audio or video.',
  'cli.packet.wrongHeight': '“{value}” is no height of a small video: a whole number from 64 to 720.',
  'cli.packet.wrongLanguage': 'The page does not speak “{value}”. It knows {known}.',
  'cli.packet.written': 'wrote {file} ({size} MB)',
  'cli.option.packet.track': 'languages to review, separated by commas (default: all)',
  'cli.option.packet.media': 'what of the footage goes in: none (default), audio or video',
  'cli.option.packet.height': 'lines of the small video (default: 240)',
  'cli.option.packet.language': 'language of the page at first: en, ru, kk, es, fr or ar (default: en)',
  'cli.option.packet.noTranscript': 'leave the transcript out',
  'cli.merge.help':
    'Merges reviews (.review.json files, or a folder of them) into PROJECT. Texts change only where --accept says so.',
  'cli.option.merge.accept':
    'accept suggestions that are not in conflict: “all”, or the initials of one author',
  'cli.option.merge.reviewed': 'mark subtitles as reviewed that reviewers found fine as they are',
  'cli.merge.review': '{name}: {notes, plural, one {# entry} other {# entries}}',
  'cli.merge.unreadable':
    '{name}: {count, plural, one {# entry} other {# entries}} could not be read and {count, plural, one {was} other {were}} left out. All others are merged.',
  'cli.merge.cut': '{name} was cut off: what could still be read of it is merged. Ask for the file again.',
  'cli.merge.done':
    '{added, plural, =0 {nothing new} one {# new entry} other {# new entries}}, {accepted, plural, one {# suggestion} other {# suggestions}} accepted, {open} open ({conflicts, plural, one {# conflict} other {# conflicts}})',
  'dialog.review': 'Reviews',
  'dialog.packet': 'Review packets (web pages)',
  'files.title.review': 'Choose a review',
  'files.title.save-packet': 'Save the review packet',
  'job.packet': 'Make the review packet “{subject}”',
  'job.short.packet': 'Packet',
  'edit.review.merge': 'Merge reviews',
  'edit.review.accept': 'Accept suggestions',
  'edit.review.settle': 'Settle a suggestion',
  'edit.review.reject': 'Reject suggestions',
  'edit.review.reopen': 'Reopen notes',
  'edit.review.resolve': 'Resolve comments',
  'edit.review.comment': 'Add a comment',
  'edit.review.withdraw': 'Take a comment back',
  'edit.review.takeVerdicts': 'Mark as reviewed',
  'edit.version.keep': 'Keep a version',
  'edit.version.restore': 'Return to a version',
  'edit.version.rename': 'Rename a version',
  'edit.version.remove': 'Remove a version',
} as const;
