// render.js PREPARED OUT WORKERS: the pages of pairs with mustache.js, from the templates
// of codebook itself; see ../../contexts.py.
//
// Prints the seconds that rendering and writing took, by the clock, the longest of the
// workers (processes), and of the processors, all of them. Reading the contexts is not
// counted; a template is parsed once. Values are not escaped, because they come so.
//
// SPDX-License-Identifier: MIT
'use strict';

const fs = require('fs');
const path = require('path');
const { fork } = require('child_process');
const Mustache = require('mustache');

Mustache.escape = (text) => text;

function loadTemplates(directory) {
  const templates = {};
  for (const folder of fs.readdirSync(directory)) {
    for (const file of fs.readdirSync(path.join(directory, folder))) {
      const name = `${folder}/${path.basename(file, '.mustache')}`;
      templates[name] = fs.readFileSync(path.join(directory, folder, file), 'utf8');
    }
  }
  return templates;
}

function renderGroup(out, templates, group) {
  const page = templates['markdown/pair'];
  fs.mkdirSync(path.dirname(`${out}/${group.pairs[0].path}`), { recursive: true });
  const start = process.hrtime.bigint();
  const worked = process.cpuUsage();
  for (const pair of group.pairs) {
    pair.a = group.codes[pair.a];
    pair.b = group.codes[pair.b];
    fs.writeFileSync(`${out}/${pair.path}`, Mustache.render(page, pair, templates), { flag: 'wx' });
  }
  const { user, system } = process.cpuUsage(worked);
  return { clock: Number(process.hrtime.bigint() - start) / 1e9, processor: (user + system) / 1e6 };
}

function renderGroups(prepared, out, worker, workers) {
  const templates = {};
  for (const language of ['en', 'zh_CN']) {
    templates[language] = loadTemplates(path.join(prepared, 'templates', language, 'mustache'));
  }
  const files = fs.readdirSync(path.join(prepared, 'contexts')).sort();
  const sum = { clock: 0, processor: 0 };
  files.filter((_, i) => i % workers === worker).forEach((file) => {
    const group = JSON.parse(fs.readFileSync(path.join(prepared, 'contexts', file), 'utf8'));
    const times = renderGroup(out, templates[group.language], group);
    sum.clock += times.clock;
    sum.processor += times.processor;
  });
  return sum;
}

function main() {
  const [prepared, out, count, worker] = process.argv.slice(2);
  if (worker !== undefined) {
    process.send(renderGroups(prepared, out, Number(worker), Number(count)));
    return;
  }
  let clock = 0;
  let processor = 0;
  let left = Number(count);
  for (let i = 0; i < Number(count); i++) {
    const child = fork(__filename, [prepared, out, count, String(i)]);
    child.on('message', (times) => {
      clock = Math.max(clock, times.clock);
      processor += times.processor;
    });
    child.on('exit', (status) => {
      if (status !== 0) process.exitCode = 1;
      left -= 1;
      if (left === 0) console.log(clock, processor);
    });
  }
}

main();
