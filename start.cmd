@echo off
rem Starts the School Sustainability Explorer on Windows: a double click.
rem The first start makes a place for the program in %LOCALAPPDATA%\school-explorer; later ones take seconds.
setlocal EnableExtensions DisableDelayedExpansion
title School Sustainability Explorer
pushd "%~dp0" || goto :incomplete
if not defined LOCALAPPDATA set "LOCALAPPDATA=%USERPROFILE%"
set "PLACE=%LOCALAPPDATA%\school-explorer"

rem A folder that was made for computers without internet has wheels; a copy of the project has a lock.
set "VERSIONS=3.12 3.13 3.14 3.11"
set "MADE=requirements.lock"
if not exist wheels\pythons.txt goto :chosen
set /p VERSIONS=<wheels\pythons.txt
set "MADE=wheels\made.txt"
:chosen
if not exist "%MADE%" goto :incomplete

rem Another copy of this folder, or a newer one, is put in place anew.
if not exist "%PLACE%\made.txt" goto :look
"%PLACE%\Scripts\python.exe" -c "" >nul 2>nul || goto :look
fc /b "%MADE%" "%PLACE%\made.txt" >nul 2>nul && goto :begin

:look
set "PY="
set "FITS=import sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64' or '.'.join(map(str, sys.version_info[:2])) != sys.argv[1])"
for %%v in (%VERSIONS%) do call :try %%v
if not defined PY goto :nopython
echo The first start puts the program in place. This takes some minutes.
if exist "%PLACE%" rmdir /s /q "%PLACE%"
%PY% -m venv "%PLACE%" || goto :noplace
if not exist wheels\pythons.txt goto :fetch
"%PLACE%\Scripts\python.exe" -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links wheels "school-sustainability-explorer[slides]" || goto :nopackages
goto :placed
:fetch
"%PLACE%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock || goto :nopackages
:placed
copy /y "%MADE%" "%PLACE%\made.txt" >nul

:begin
"%PLACE%\Scripts\python.exe" -m school_explorer %*
if not errorlevel 1 exit /b 0
echo.
echo The page has ended. If it is already open in another window, go on there.
goto :stop

:try
if defined PY exit /b 0
py -%1 -c "%FITS%" %1 >nul 2>nul && set "PY=py -%1" && exit /b 0
python -c "%FITS%" %1 >nul 2>nul && set "PY=python"
exit /b 0

:incomplete
echo This folder is not complete. Unpack the whole zip file, then start again from the unpacked folder.
goto :stop

:nopython
echo Python was not found here. This folder needs one of these versions, 64-bit for Intel or AMD: %VERSIONS%.
echo Install it from https://www.python.org/downloads/ and start again.
goto :stop

:noplace
echo No room could be made in %PLACE%. Make sure that the disk is not full, and start again.
goto :stop

:nopackages
echo The packages could not be installed. The lines above say why.
echo They need 800 MB of free space. Without wheels in this folder they need the internet, too. Then start again.
goto :stop

:stop
pause
exit /b 1
