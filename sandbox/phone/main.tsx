import { render } from 'preact';
import { App } from './App.tsx';
import { forgetProblems } from './lib/act.mts';
import { openLatest } from './lib/latest.mts';
import { followAddress } from './lib/route.mts';
import { followSandbox } from './lib/stream.mts';
import { countUnread } from './lib/unread.mts';
import './styles/base.css';
import './styles/layout.css';
import './styles/chat.css';
import './styles/parts.css';
import './styles/effects.css';
import './styles/builder.css';

followAddress();
countUnread();
forgetProblems();
openLatest();
followSandbox();

const root = document.getElementById('app');
if (root) render(<App />, root);
