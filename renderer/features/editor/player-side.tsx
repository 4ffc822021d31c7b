import { useMessages } from '../../app/messages';
import { useSession } from '../../state/session';
import { PlayerPanel } from '../player/index';
import { isShownIn as isRedactionShownIn, RedactionPanel } from '../redaction/index';
import { STYLES_SHOWN, StylePanel } from '../styles/index';
import { Panel } from './panel';
import { WithBelow } from './with-below';

/** The player, with the style editor or the redactions under it where the person asked for that: the picture is their preview. */
export function PlayerSide() {
  const t = useMessages();
  const stylesShown = useSession((state) => state.layout[STYLES_SHOWN] === true);
  const redactionShown = useSession((state) => isRedactionShownIn(state.layout));
  return (
    <WithBelow
      name={redactionShown ? 'redaction' : 'styles'}
      initial={0.5}
      isShown={stylesShown || redactionShown}
      label={t(redactionShown ? 'redaction.title' : 'styles.title')}
      resizeLabel={t(redactionShown ? 'redaction.resize' : 'styles.resize')}
      below={redactionShown ? <RedactionPanel /> : <StylePanel />}
    >
      <Panel label={t('editor.player')}>
        <PlayerPanel />
      </Panel>
    </WithBelow>
  );
}
