import pytest
from PySide6.QtWidgets import *
from tests.stories.keyboard import *
from impactapp.ui import recent
pytestmark = pytest.mark.display
def test_x(start, tmp_path):
    s=start()
    w=s.window
    def m():
        x=w.message_bar.message; return plain(x.text) if x else ""
    press("Ctrl+N")
    print(focused()); press("Ctrl+A"); type_words("Étude du CH de Saint-Aubin"); press("Tab")
    print(focused()); type_words("CH de Saint-Aubin"); press("Tab"); print(focused()); press("Tab"); print(focused())
    tab_to("Choisir où"); press("Return"); print(focused())
    type_words(str(tmp_path/"Étude"))
    press("Return")
    until(lambda: s.session.document is not None,"")
    print(s.session.document.path, w.step, focused(), m())
    press("Ctrl+2")
    print(focused())
    for i in range(3): print(focused()); press("Tab")
    tab_to("Ligne vide"); press("Return")
    print(focused(), QApplication.focusWidget())
    type_words("Brancardier"); press("Return")
    print(focused(), w.page.table.currentIndex())
    press("Right"); press("F2"); print(focused(), QApplication.focusWidget()); press("Down"); press("Return"); print(s.session.profession.category, focused())
    press("Right"); print(w.page.table.currentIndex(), focused())
    type_words("12"); press("Return"); print(w.page.table.currentIndex(), focused(), s.session.profession.headcount)
    press("Right"); type_words("11,5"); press("Return"); print(w.page.table.currentIndex(), focused(), s.session.profession.fte)
    press("Ctrl+3"); print(focused())
    tab_to("Ajouter la première activité"); press("Return"); print(focused())
    for x in ("Transporter les patients","Nettoyer le matériel","Tenir le cahier"):
        type_words(x); press("Return"); print(focused(), QApplication.focusWidget())
    press("Return"); print(focused())
    press("Ctrl+4"); print(focused(), w.page.table.currentIndex())
    n=0
    while "Tout est" not in m() and n<20:
        press("3"); press("Tab"); n+=1; print(w.page.table.currentIndex().row(), w.page.table.currentIndex().column())
    print(n, m())
    press("Ctrl+5"); until(lambda: w.page.headline.text(),""); print(focused(), w.page.exposed.text(), w.page.headline.text())
    press("Ctrl+6"); print(focused()); 
    press("Ctrl+7"); print(focused()); 
    press("Ctrl+1"); print(focused()); 
    press("Ctrl+K"); print(focused()); press("Escape"); print(focused())
    press("F1"); print(focused()); 
    assert 0
