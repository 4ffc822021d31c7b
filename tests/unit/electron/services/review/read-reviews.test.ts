import { expect, it } from 'vitest';
import { readReview } from '../../../../../electron/services/review/read-reviews';
import { writeReview, type ReviewNote } from '../../../../../shared/review/review-file';
import { sampleProject } from '../../../../support/sample-project';

const comment = (id: string, text: string): ReviewNote => ({
  ...{ id, revision: 0, atMs: 1, base: 'We are engaged', withdrawn: false, quote: null, replyTo: null },
  ...{ kind: 'comment', text, target: { kind: 'cue', id: 'c1', trackId: 'en' } },
});

it('saves what can be read of a review that was cut off, within a letter too', async () => {
  const bytes = Buffer.from(
    writeReview({
      ...{
        format: 'outspoken-review',
        version: 1,
        projectId: 'p',
        packetId: 'packet-1',
        reviewId: 'review-1',
      },
      ...{ initials: 'А', notes: [comment('a', 'первое'), comment('b', 'второе')] },
    }),
  );
  const cut = bytes.indexOf(Buffer.from('второе')) + 3;
  for (const at of [cut, cut + 1]) {
    const read = await readReview(
      { name: 'r.json', read: () => Promise.resolve(bytes.subarray(0, at)) },
      sampleProject(),
    );
    expect(read.problem).toBeNull();
    expect([read.isCut, read.notes.map((note) => note.kind === 'comment' && note.text)]).toEqual([
      true,
      ['первое'],
    ]);
  }
});
