import './no-eval';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import './styles/page.css';
import './styles/header.css';
import './styles/player.css';
import './styles/card.css';
import './styles/work.css';
import { packetMessage } from '../../shared/messages/packet/index';
import { readPacket } from './data';
import { Page } from './page';
import { startWork } from './store';

const root = document.getElementById('root');
const packet = readPacket();
if (root && packet) {
  startWork(packet);
  createRoot(root).render(<Page packet={packet} />);
} else if (root) root.textContent = packetMessage('en', 'page.broken');
