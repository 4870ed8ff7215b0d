//! Words of the frame around every page, and of the states before there is a page.

use super::words;

words! {
    site_name: "Бағыт", "Бағыт", "Бағыт";
    skip: "Негізгі мазмұнға өту", "Перейти к содержанию", "Skip to content";
    menu: "Беттер", "Разделы", "Pages";
    overview: "Шолу", "Обзор", "Overview";
    directions: "Бағыттар", "Направления", "Directions";
    explore: "Барлық жазбалар", "Все записи", "All records";
    indicators: "Көрсеткіштер", "Показатели", "Indicators";
    documents: "Құжаттар", "Документы", "Documents";
    sources: "Дереккөздер", "Источники", "Sources";
    about: "Сайт туралы", "О сайте", "About";
    language: "Тіл", "Язык", "Language";
    theme_to_dark: "Күңгірт безендіруге ауысу", "Включить тёмное оформление", "Switch to the dark theme";
    theme_to_light: "Ашық безендіруге ауысу", "Включить светлое оформление", "Switch to the light theme";
    breadcrumb: "Сіз осындасыз", "Вы здесь", "You are here";
    published_facts: "Жарияланған деректер көрсетілген.", "Показаны опубликованные сведения.",
        "What is shown here has been published.";
    needs_program: "Сүзгілер мен сызбалар бағдарлама жүктелгеннен кейін жұмыс істейді; мәтін, кестелер мен сілтемелер онсыз да ашық.",
        "Фильтры и графики работают после загрузки программы; текст, таблицы и ссылки доступны и без неё.",
        "Filters and charts work once the program has loaded; text, tables and links work without it.";
    error_title: "Деректерді көрсету мүмкін болмады", "Не удалось показать данные", "The data could not be shown";
    error_network: "Деректер файлы ашылмады.", "Файл с данными не открылся.", "The data file did not open.";
    error_content: "Деректер файлында қате бар, сондықтан ол қабылданбады.",
        "В файле с данными ошибка, поэтому он не принят.",
        "The data file has a fault and was refused.";
    error_origin: "Тек осы сайттағы деректер файлын ашуға болады.",
        "Открыть можно только файл с этого же сайта.",
        "Only a file of this same site can be opened.";
    error_advice_network: "Байланысты тексеріп, қайталап көріңіз.",
        "Проверьте соединение и повторите.",
        "Check the connection and try again.";
    error_advice_content: "Бұл хабарды сайтты жариялаушыға жіберіңіз: файлды тек сол түзете алады.",
        "Перешлите это сообщение издателю сайта: исправить файл может только он.",
        "Send this message to the publisher of the site, who alone can mend the file.";
    coming: "Жүктелуде…", "Загружается…", "Loading…";
    cancel: "Тоқтату", "Отменить", "Cancel";
    retry: "Қайталап көру", "Повторить", "Try again";
    default_snapshot: "Негізгі деректерге оралу", "Вернуться к основным данным", "Back to the main data";
    whole_file: "файл", "файл", "file";
    program_failed: "Бағдарламада қате болып, ол тоқтады. Беттегі мәтін мен сандар орнында, бірақ сүзгілер мен сызбалар жұмыс істемеуі мүмкін.",
        "В программе произошла ошибка, и она остановилась. Текст и числа на странице на месте, но фильтры и графики могут не работать.",
        "The program met a fault and stopped. The text and numbers on the page stay, but filters and charts may not work.";
    reload_page: "Бетті қайта жүктеу", "Загрузить страницу заново", "Load the page again";
    choices_unmade: "Мекенжайдағы таңдау қолданылмаған.", "Выбор из адреса не применён.",
        "The choices in the address are not made.";
    details_word: "Толығырақ", "Подробности", "Details";
    kept_page: "Төменде бұл бет дайындалған кездегі деректер тұр.",
        "Ниже показаны данные на момент подготовки этой страницы.",
        "Below is the data as it was when this page was made.";
    not_found_title: "Мұндай бет жоқ", "Такой страницы нет", "There is no such page";
    not_found_text: "Мекенжай қате жазылған немесе беттің орны ауысқан болуы мүмкін. Мұнда бар беттер:",
        "Возможно, адрес набран с ошибкой или страница перенесена. Вот что здесь есть:",
        "The address may be misspelt or the page moved. This is what there is:";
    unknown_note: "Мекенжайдағы кейбір шарттар белгісіз болғандықтан ескерілмеді:",
        "Некоторые условия в адресе неизвестны и не учтены:",
        "Some choices in the address are not known and were ignored:";
    changed_data: "Бұл бет жасалғаннан кейін деректер өзгерді. Көрсетілген сандар қазіргі деректерден алынған.",
        "Данные изменились после того, как эта страница была подготовлена. Показаны числа из нынешних данных.",
        "The data has changed since this page was made. The numbers shown are those of the present data.";
    new_version: "Сайттың жаңа нұсқасы дайын.", "Готова новая версия сайта.", "A new version is ready.";
    take_new_version: "Жаңа нұсқаны ашу", "Открыть новую версию", "Open the new version";
}
