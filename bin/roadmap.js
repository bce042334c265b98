#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) >= 20) require('../dist/start.cjs').start();
else console.error(`roadmap: нужен Node.js 20 или новее, установлен ${process.versions.node}`);
