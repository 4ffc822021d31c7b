/** Loaded into a process by NODE_OPTIONS: writes every attempt to reach another machine into the file OUTSPOKEN_NETWORK_LOG. */
export const NETWORK_RECORDER = `const { appendFileSync } = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');

const log = process.env.OUTSPOKEN_NETWORK_LOG;
const LOOPBACK = /^(?:127\\.\\d+\\.\\d+\\.\\d+|::1|localhost)$/;
const note = (what, host) => {
  if (log && !LOOPBACK.test(String(host))) appendFileSync(log, \`\${what} \${host}\\n\`);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const flat = Array.isArray(args[0]) ? args[0][0] : args[0];
  const isPath = typeof flat === 'string' || (flat && typeof flat.path === 'string');
  if (!isPath) note('connect', (flat && flat.host) || (typeof args[1] === 'string' ? args[1] : 'localhost'));
  return connect.apply(this, args);
};
for (const api of [dns, dns.promises])
  for (const name of Object.keys(api).filter((key) => /^(?:lookup|resolve|reverse)/.test(key))) {
    const original = api[name];
    if (typeof original !== 'function') continue;
    api[name] = function (host, ...rest) {
      note(name, host);
      return original.call(this, host, ...rest);
    };
  }
const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  note('send', args.find((value) => typeof value === 'string') ?? 'unknown');
  return send.apply(this, args);
};
`;
