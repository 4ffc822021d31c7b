import type { InterfaceZones } from '../../shared/video/presets';
import './covered-zones.css';

/** Shades what a platform's interface covers of the picture it lies over. */
export function CoveredZones({ topPct, bottomPct, leftPct, rightPct }: InterfaceZones) {
  if (topPct + bottomPct + leftPct + rightPct === 0) return null;
  const free = { top: `${topPct}%`, right: `${rightPct}%`, bottom: `${bottomPct}%`, left: `${leftPct}%` };
  return (
    <div className="zones" aria-hidden>
      <div className="zones__free" style={free} />
    </div>
  );
}
