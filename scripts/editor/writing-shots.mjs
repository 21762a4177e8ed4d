/** Pictures of a speech being written, from a few letters to the report. All by keyboard: a resting mouse brings up tooltips with paths. */

/** What stands in a text copied from a web page and a PDF. */
const COPIED = `关于做好防汛备汛工作的讲话

同志们:

　　今年汛期来得早,雨量大。各级各单位要把防汛备汛
作为当前的&ldquo;头等大事&rdquo;,抓紧抓实。

- 2 -

　　一要排查隐患。对全市３２座水库、１１６公里堤防逐一
过筛子,6月10日前整改到位。

　　二要备足物资。
分享到：微信 微博
【打印本页】【关闭窗口】
`;

export async function runCommand(page, name) {
  await page.keyboard.press('F1');
  await page.keyboard.insertText(name);
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1200);
}

/** Opens a file by its name that was open before. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+p');
  await page.keyboard.insertText(name);
  await page.waitForTimeout(1000);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1500);
}

/** A few letters on a line of a speech, with the phrases they bring. */
export async function shootPhrases(page, picture) {
  await openFile(page, '讲话稿.gw');
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 5; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.insertText('　　');
  for (const letter of 'gcfy') {
    await page.keyboard.insertText(letter);
    await page.waitForTimeout(400);
  }
  await page.locator('.suggest-widget.visible').waitFor({ timeout: 10_000 });
  await page.keyboard.press('Control+Space');
  await page.waitForTimeout(1200);
  await picture('phrases', { x: 300, y: 0, width: 900, height: 460 });
  await page.keyboard.press('Escape');
  for (let undo = 0; undo < 6; undo++) await page.keyboard.press('Control+z');
}

/** A copied text and what cleaning would make of it. */
export async function shootCleaning(page, picture) {
  // A double click beside the tabs makes a new document.
  await page
    .locator('.tabs-and-actions-container .tabs-container')
    .first()
    .dblclick({ position: { x: 700, y: 15 } });
  await page.mouse.move(700, 700);
  await page.waitForTimeout(1000);
  // Not to wait until VS Code has guessed a language and the extension has put it right.
  await page.keyboard.press('Control+k');
  await page.keyboard.press('m');
  await page.waitForTimeout(800);
  await page.keyboard.insertText('公文');
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1000);
  await page.keyboard.insertText(COPIED);
  await page.waitForTimeout(2000);
  await page.keyboard.press('Control+b');
  await runCommand(page, '笔杆子: 清洗文稿');
  await page.waitForTimeout(2500);
  await picture('cleaning', { x: 0, y: 0, width: 1280, height: 560 });
  await runCommand(page, '笔杆子: 放弃清洗');
  await page.keyboard.press('Control+b');
}

/** The draft with its 校核报告 beside it. */
export async function shootReport(page, picture) {
  await openFile(page, '讲话稿.gw');
  await page.keyboard.press('Control+b');
  await runCommand(page, '笔杆子: 校核报告');
  const report = page.frameLocator('iframe.webview').frameLocator('iframe');
  await report.locator('#gate-language').waitFor({ timeout: 30_000 });
  await page.waitForTimeout(2500);
  await picture('report');
  await report.locator('#gate-form').scrollIntoViewIfNeeded();
  for (let key = 0; key < 12; key++) await report.locator('body').press('PageDown');
  await page.waitForTimeout(600);
  await picture('report-end');
  await page.keyboard.press('Control+b');
}

/** What the status item tells when one asks. */
export async function shootStatus(page, picture) {
  await openFile(page, '讲话稿.gw');
  await page.locator('[id="biganzi.biganzi.biganzi.kind"]').hover();
  await page.waitForTimeout(1500);
  await picture('status', { x: 560, y: 560, width: 720, height: 240 });
  await page.locator('[id="biganzi.biganzi.biganzi.findings"]').hover();
  await page.waitForTimeout(1500);
  await picture('status-findings', { x: 560, y: 560, width: 720, height: 240 });
  await page.mouse.move(700, 300);
}

/** The walkthrough as it opens. */
export async function shootWalkthrough(page, picture) {
  await runCommand(page, '笔杆子: 第一篇讲话稿');
  await page.locator('.getting-started-step.expanded .monaco-button').first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(2500);
  await picture('walkthrough');
}
