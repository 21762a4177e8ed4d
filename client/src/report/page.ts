/** The page of the panel: an empty frame that is filled with the report and tells what is clicked. It loads nothing. */

/** What the panel sends to its page. */
export interface ToPage {
  readonly body: string;
  readonly style: string;
}

/** What the page sends back. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly line: number; readonly character: number }
  | { readonly type: 'save' }
  | { readonly type: 'profile' };

export interface ReportShell {
  readonly nonce: string;
  readonly uri: string;
  readonly language: string;
  readonly save: string;
  readonly waiting: string;
}

/** Runs in the page. The body comes from the server, which has escaped whatever the draft says. */
const SCRIPT = `
const editor = acquireVsCodeApi();
const main = document.querySelector('main');
editor.setState({ uri: document.body.dataset.uri });
window.addEventListener('message', ({ data }) => {
  const focused = document.activeElement?.dataset?.line;
  document.querySelector('#looks').textContent = data.style;
  main.innerHTML = data.body;
  main.removeAttribute('aria-busy');
  if (focused !== undefined) main.querySelector('[data-line="' + focused + '"]')?.focus({ preventScroll: true });
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-line]');
  if (link) {
    event.preventDefault();
    editor.postMessage({ type: 'go', line: Number(link.dataset.line), character: Number(link.dataset.character) });
  } else if (event.target.closest('[data-profile]')) {
    event.preventDefault();
    editor.postMessage({ type: 'profile' });
  } else if (event.target.closest('#save')) {
    editor.postMessage({ type: 'save' });
  }
});
editor.postMessage({ type: 'ready' });
`;

export function reportShell({ nonce, uri, language, save, waiting }: ReportShell): string {
  return `<!DOCTYPE html>
<html lang="${language.startsWith('zh') ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>校核报告</title>
<style id="looks" nonce="${nonce}"></style>
</head>
<body data-uri="${encodeURI(uri).replace(/"/g, '%22')}">
<div class="buttons"><button id="save" type="button">${save}</button></div>
<main aria-live="polite" aria-busy="true" lang="zh-CN"><p>${waiting}</p></main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}
