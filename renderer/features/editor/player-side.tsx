import { useMessages } from '../../app/messages';
import { useSession } from '../../state/session';
import { PlayerPanel } from '../player/index';
import { STYLES_SHOWN, StylePanel } from '../styles/index';
import { Panel } from './panel';
import { WithBelow } from './with-below';

/** The player, with the style editor under it where the person asked for that: the picture is its preview. */
export function PlayerSide() {
  const t = useMessages();
  const isShown = useSession((state) => state.layout[STYLES_SHOWN] === true);
  return (
    <WithBelow
      name="styles"
      initial={0.5}
      isShown={isShown}
      label={t('styles.title')}
      resizeLabel={t('styles.resize')}
      below={<StylePanel />}
    >
      <Panel label={t('editor.player')}>
        <PlayerPanel />
      </Panel>
    </WithBelow>
  );
}
