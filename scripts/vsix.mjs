/** `npm run vsix`: writes the installable extension and says how to install it. */
import path from 'node:path';
import { packageExtension } from './package.mjs';
import { main, root, say } from './steps.mjs';

await main(async () => {
  const file = path.relative(root, await packageExtension());
  say(`安装包已写入 ${file}`);
  console.log(`
在桌面版 VS Code 里安装，任选一种办法：
  1. 打开“扩展”视图，点右上角“…”，选“从 VSIX 安装…”，选中 ${file}；
  2. 在终端运行：code --install-extension ${file}
`);
});
