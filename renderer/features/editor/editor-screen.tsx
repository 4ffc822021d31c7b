import { useMessages } from '../../app/messages';
import { useMediaQuery } from '../../ui/use-media-query';
import { ResizeHandle } from '../../ui/resize-handle';
import { TimelinePanel } from '../timeline/index';
import { EditorBanners } from './editor-banners';
import { NarrowPanels } from './narrow-panels';
import { Panel } from './panel';
import { PlayerColumn } from './player-column';
import { StatusBar } from './status-bar';
import { TitleBar } from './title-bar';
import { useHidden, useShare } from './layout';
import { WidePanels } from './wide-panels';
import './editor.css';

/** Below this three columns no longer hold a subtitle line each. */
const NARROW = '(max-width: 60rem)';

/** The editor: title bar, three columns, the timeline under them, the status bar. */
export function EditorScreen() {
  const t = useMessages();
  const isNarrow = useMediaQuery(NARROW);
  const timelineHidden = useHidden('timeline');
  const timeline = useShare('timeline', 0.27);
  return (
    <div className="editor">
      <TitleBar />
      <EditorBanners />
      <main className="editor__main">
        <div className="editor__rows">
          <div className="editor__columns">
            {isNarrow ? <NarrowPanels /> : <WidePanels />}
            <PlayerColumn isNarrow={isNarrow} />
          </div>
          {!timelineHidden && (
            <>
              <ResizeHandle
                label={t('editor.resizeTimeline')}
                orientation="horizontal"
                isAfter
                min={0.12}
                max={0.6}
                initial={0.27}
                value={timeline.value}
                onChange={timeline.set}
              />
              <div className="editor__timeline" style={{ flexBasis: `${timeline.value * 100}%` }}>
                <Panel label={t('editor.timeline')}>
                  <TimelinePanel />
                </Panel>
              </div>
            </>
          )}
        </div>
      </main>
      <StatusBar />
    </div>
  );
}
