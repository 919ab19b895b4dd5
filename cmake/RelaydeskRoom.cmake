# relaydesk_room(models/domain LINKS Qt6::Core …): the folder's sources become the static library relaydesk_models_domain.
# A room links only what it may include; docs/ARCHITECTURE.md holds the table and the ctest "architecture" checks the includes.
function(relaydesk_room folder)
  cmake_parse_arguments(ROOM "" "" "LINKS" ${ARGN})
  string(REPLACE "/" "_" name "${folder}")
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp" "${CMAKE_SOURCE_DIR}/${folder}/*.h")
  if(NOT sources)
    add_library(relaydesk_${name} INTERFACE)
    return()
  endif()
  add_library(relaydesk_${name} STATIC ${sources})
  target_link_libraries(relaydesk_${name} PUBLIC relaydesk_options tl::expected ${ROOM_LINKS})
  target_precompile_headers(relaydesk_${name} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/precompiled.h")
endfunction()

# relaydesk_tests(tests/app/storage LINKS relaydesk_app_storage …): every *_test.cpp of the folder is a program and a ctest of its own.
function(relaydesk_tests folder)
  cmake_parse_arguments(TESTS "" "" "LINKS;LABELS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*_test.cpp")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE relaydesk_options Qt6::Test ${TESTS_LINKS})
    target_precompile_headers(${name} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/precompiled.h")
    target_compile_definitions(${name} PRIVATE RELAYDESK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    # 77 is the code a test ends with when something it needs (the encoder's weights) cannot be had: skipped, never passed.
    set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;RELAYDESK_BINARY=$<TARGET_FILE_DIR:${name}>/relaydesk")
    if(TESTS_LABELS)
      set_tests_properties(${name} PROPERTIES LABELS "${TESTS_LABELS}")
    endif()
  endforeach()
endfunction()
