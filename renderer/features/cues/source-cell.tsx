import { GitMerge, Split } from 'lucide-react';
import type { MouseEvent } from 'react';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { useMessages } from '../../app/messages';
import type { CueRowProps } from './cue-row';
import { isVeryLong } from './model';
import { editCue } from './edit-store';
import { TextEditor } from './text-editor';

const ICON = 12;

/** What a translation renders: beside it, or above it where there is no room. Read-only until the person opens the source. */
export function SourceCell(props: CueRowProps) {
  const { cue, source, moreSources, sourceTrack, part, isSourceOpen, editing, leave } = props;
  const t = useMessages();
  if (!sourceTrack) return null;
  if (!source)
    return (
      <span className="cue__empty">
        {t(cue.sourceCueId === null ? 'translation.noSource' : 'translation.sourceGone')}
      </span>
    );
  if (editing === 'source')
    return (
      <TextEditor
        cue={source}
        track={sourceTrack}
        profile={profileById(sourceTrack.profileId) ?? profileFor(sourceTrack.language)}
        label={t('translation.sourceLabel')}
        leave={leave}
      />
    );
  const open = (event: MouseEvent) => {
    if (!isSourceOpen) return;
    event.stopPropagation();
    editCue(cue.id, 'source');
  };
  return (
    <>
      <span
        className={part.index > 0 ? 'cue__original cue__original--again' : 'cue__original'}
        lang={sourceTrack.language}
        dir={sourceTrack.direction}
        onDoubleClick={open}
      >
        {[source, ...moreSources].map(({ id, text }) => (
          <span
            key={id}
            className={isVeryLong(text) ? 'cue__original-part cue__words--long' : 'cue__original-part'}
          >
            {withoutMarkUp(text)}
          </span>
        ))}
      </span>
      {moreSources.length > 0 && (
        <Link
          label={t('translation.renders', { count: moreSources.length + 1 })}
          figure={`${moreSources.length + 1} → 1`}
        >
          <GitMerge size={ICON} aria-hidden />
        </Link>
      )}
      {part.count > 1 && (
        <Link
          label={t('translation.shared', { part: part.index + 1, count: part.count })}
          figure={`${part.index + 1}/${part.count}`}
        >
          <Split size={ICON} aria-hidden />
        </Link>
      )}
    </>
  );
}

/** How many there are on either side, where it is not one to one. */
function Link({
  label,
  figure,
  children,
}: {
  readonly label: string;
  readonly figure: string;
  readonly children: React.ReactNode;
}) {
  return (
    <span className="cue__link numbers" title={label}>
      {children}
      <span aria-hidden>{figure}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
