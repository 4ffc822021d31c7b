import { useMessages } from '../../app/messages';
import { ResizeHandle } from '../../ui/resize-handle';
import { useHidden, useShare } from './layout';
import { PlayerSide } from './player-side';

const SHARE = { min: 0.2, max: 0.55, initial: 0.32 } as const;

/**
 * The player's column, one and the same in wide and narrow windows, so that it plays on when a window crosses from one to the
 * other. Put away, it goes on playing too: to hear the words while more of them are shown.
 */
export function PlayerColumn({ isNarrow }: { readonly isNarrow: boolean }) {
  const t = useMessages();
  const { value, set } = useShare('player', SHARE.initial);
  const isHidden = useHidden('player');
  return (
    <>
      {!isNarrow && !isHidden && (
        <ResizeHandle
          {...SHARE}
          label={t('editor.resizePlayer')}
          orientation="vertical"
          isAfter
          value={value}
          onChange={set}
        />
      )}
      <div
        className={isNarrow ? 'editor__side editor__side--narrow' : 'editor__side'}
        style={isNarrow ? undefined : { flexBasis: `${value * 100}%` }}
        hidden={isHidden}
      >
        <PlayerSide />
      </div>
    </>
  );
}
