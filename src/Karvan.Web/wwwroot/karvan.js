// Only adds, as all scripts do: every page and form works without it. What some pages alone have is in scripts/, and they
// load it themselves.

// A menu of the header closes when one looks elsewhere, by pointer or by keyboard.
for (const look of ['pointerdown', 'focusin']) {
  document.addEventListener(look, (event) => {
    document.querySelectorAll('.k-desk .k-menu[open]').forEach((menu) => menu.contains(event.target) || menu.removeAttribute('open'));
  });
}
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' ? document.activeElement?.closest('.k-menu[open]') : null;
  if (menu) {
    menu.removeAttribute('open');
    menu.querySelector('summary').focus();
  }
});

// A list is gone back to as it was left, over whatever pages lie between; where nothing may be kept, as it stands.
try {
  if (document.querySelector('main .k-table-part') && location.search) {
    sessionStorage.setItem(`list:${location.pathname}`, location.search);
  }
  for (const back of document.querySelectorAll('a[data-list]')) {
    back.search = back.search || sessionStorage.getItem(`list:${back.dataset.list}`) || '';
  }
} catch {
  // A browser that keeps nothing goes back to the whole list.
}
